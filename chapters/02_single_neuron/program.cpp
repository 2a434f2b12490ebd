// Chapter 2: a single neuron, by hand: a weighted sum, a bias, a bend.
#include "numpy/print.hpp"

#include <cmath>
#include <cstdio>

using numpy::to_string;
using numpy::Vector;

// [relu]
double relu(double x) { return std::fmax(0.0, x); }
// [/relu]

int main()
{
    // [neuron]
    const Vector<> inputs{{0.5, -0.3, 0.8}};
    const Vector<> weights{{0.4, -0.7, 0.2}};
    const double bias = 0.1;

    const double z = inputs.dot(weights) + bias;
    const double a = relu(z);
    // [/neuron]

    std::printf("Inputs:    %s\n", to_string(inputs).c_str());
    std::printf("Weights:   %s\n", to_string(weights).c_str());
    std::printf("Bias:      %g\n", bias);
    std::printf("z = w·x + b = %.4f\n", z);
    std::printf("a = ReLU(z) = %.4f\n", a);

    // [terms]
    std::printf("\nTerm by term\n");
    double sum = 0;
    for (int i = 0; i < 3; ++i) {
        const double product = inputs(i) * weights(i);
        sum += product;
        std::printf("x%d w%d = %4.1f * %4.1f = %5.2f   sum so far %5.2f\n", i + 1, i + 1, inputs(i), weights(i), product,
                    sum);
    }
    sum += bias;
    std::printf("bias                = %5.2f   sum so far %5.2f\n", bias, sum);
    // [/terms]

    // [first_input]
    std::printf("\nThe first input moves, the others stay\n");
    std::printf("  x1        z        a\n");
    for (double x1 : {-3.0, -2.0, -1.0, 0.0, 0.5, 1.0, 2.0}) {
        Vector<> moved = inputs;
        moved(0) = x1;
        const double moved_z = moved.dot(weights) + bias;
        std::printf("%4.1f  %7.4f  %7.4f\n", x1, moved_z, relu(moved_z));
    }
    // [/first_input]

    // [bias]
    const Vector<> zeros = Vector<>::Zero(3);
    std::printf("\nAll inputs 0\n");
    std::printf("with the bias:    z = %.4f\n", zeros.dot(weights) + bias);
    std::printf("without the bias: z = %.4f\n", zeros.dot(weights));
    // [/bias]
}
