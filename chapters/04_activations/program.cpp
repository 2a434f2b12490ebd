// Chapter 4: ReLU, GELU in its two forms, and the slopes that decide who can learn.
#include "nn/activation.hpp"

#include <cmath>
#include <cstdio>
#include <numbers>

using nn::relu;  // chapter 2
using std::numbers::pi;
using std::numbers::sqrt2;

// [gelu]
double gelu(double x)
{
    return 0.5 * x * (1 + std::tanh(std::sqrt(2 / pi) * (x + 0.044715 * x * x * x)));
}
// [/gelu]

// [gelu_exact]
double gelu_exact(double x) { return 0.5 * x * (1 + std::erf(x / sqrt2)); }
// [/gelu_exact]

// [slopes]
double relu_slope(double x) { return x > 0 ? 1.0 : 0.0; }

double gelu_slope(double x)
{
    const double t = std::tanh(std::sqrt(2 / pi) * (x + 0.044715 * x * x * x));
    const double inner = std::sqrt(2 / pi) * (1 + 3 * 0.044715 * x * x);
    return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * inner;
}

double gelu_exact_slope(double x)
{
    const double density = std::exp(-x * x / 2) / std::sqrt(2 * pi);
    return 0.5 * (1 + std::erf(x / sqrt2)) + x * density;
}
// [/slopes]

// [unit]
// A neuron with one input that should answer 1 everywhere. A step moves w and b a
// little downhill: against the slope of the squared error, averaged over five inputs.
// The slope of the activation is a factor of both.
struct Unit {
    double w = 0.1, b = -0.5;

    void step(double (*f)(double), double (*slope)(double))
    {
        double dw = 0, db = 0;
        for (double x : {-2.0, -1.0, 0.0, 1.0, 2.0}) {
            const double z = w * x + b;
            const double dz = 2 * (f(z) - 1) * slope(z) / 5;
            dw += dz * x;
            db += dz;
        }
        w -= 0.1 * dw;
        b -= 0.1 * db;
    }
};
// [/unit]

int main()
{
    // [table]
    std::printf("%-6s  %-10s  %-10s\n", "x", "ReLU(x)", "GELU(x)");
    std::printf("------------------------------\n");
    for (double x : {-2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0}) std::printf("%6.1f  %10.4f  %10.4f\n", x, relu(x), gelu(x));
    // [/table]

    // [forms]
    std::printf("\nGELU in its two forms\n");
    std::printf("   x    tanh form   exact form   difference\n");
    for (double x : {-2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0})
        std::printf("%4.1f  %11.8f  %11.8f  %11.8f\n", x, gelu(x), gelu_exact(x), gelu(x) - gelu_exact(x));
    // [/forms]

    // [largest]
    double where = 0, largest = 0;
    for (int i = 0; i <= 3000; ++i) {
        const double x = i / 1000.0;
        const double gap = std::abs(gelu(x) - gelu_exact(x));
        if (gap > largest) {
            largest = gap;
            where = x;
        }
    }
    std::printf("largest difference from 0 to 3: %.6f at x = %.3f\n", largest, where);
    // [/largest]

    // [slope_table]
    std::printf("\nSlopes\n");
    std::printf("   x     ReLU   GELU, tanh   GELU, exact\n");
    for (double x : {-2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0})
        std::printf("%4.1f  %7.4f  %11.8f  %12.8f\n", x, relu_slope(x), gelu_slope(x), gelu_exact_slope(x));
    // [/slope_table]

    // [dying]
    std::printf("\nA unit whose z is below 0 for all its inputs learns to answer 1\n");
    std::printf("steps    ReLU: w        b     GELU: w        b\n");
    Unit with_relu, with_gelu;
    for (int steps = 0; steps < 300; ++steps) {
        if (steps == 0 || steps == 1 || steps == 10 || steps == 30)
            std::printf("%5d  %9.4f  %7.4f  %9.4f  %7.4f\n", steps, with_relu.w, with_relu.b, with_gelu.w, with_gelu.b);
        with_relu.step(relu, relu_slope);
        with_gelu.step(gelu, gelu_slope);
    }
    std::printf("answers at -2 and 2 after 300 steps: ReLU %.4f and %.4f, GELU %.4f and %.4f\n",
                relu(with_relu.w * -2 + with_relu.b), relu(with_relu.w * 2 + with_relu.b),
                gelu(with_gelu.w * -2 + with_gelu.b), gelu(with_gelu.w * 2 + with_gelu.b));
    // [/dying]
}
