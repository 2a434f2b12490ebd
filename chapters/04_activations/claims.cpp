// The article's claims about activation functions, by id (README.md lists them).
#include "claims.hpp"
#include "nn/activation.hpp"

#include <algorithm>

namespace {

const double xs[] = {-2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0};  // the rows of the table

// One step downhill for a unit w x + b that should answer 1, averaged over five inputs; as in the program.
template <class F, class Slope>
void learn(double& w, double& b, F f, Slope slope)
{
    double dw = 0, db = 0;
    for (double x : {-2.0, -1.0, 0.0, 1.0, 2.0}) {
        const double z = w * x + b, dz = 2 * (f(z) - 1) * slope(z) / 5;
        dw += dz * x;
        db += dz;
    }
    w -= 0.1 * dw;
    b -= 0.1 * db;
}

}  // namespace

TEST_CASE("4.1 the ReLU column is 0 and 0 and 0 and 0 and 0.5 and 1 and 2")
{
    const double printed[] = {0, 0, 0, 0, 0.5, 1, 2};
    for (int i = 0; i < 7; ++i) CHECK(nn::relu(xs[i]) == printed[i]);
    // What the article's listing prints when it is run, to the byte. The article's own block differs: see 4.3.
    CHECK(output().starts_with("x       ReLU(x)     GELU(x)   \n"
                               "------------------------------\n"
                               "  -2.0      0.0000     -0.0454\n"
                               "  -1.0      0.0000     -0.1588\n"
                               "  -0.5      0.0000     -0.1543\n"
                               "   0.0      0.0000      0.0000\n"
                               "   0.5      0.5000      0.3457\n"
                               "   1.0      1.0000      0.8412\n"
                               "   2.0      2.0000      1.9546\n"
                               "\n"));
}

TEST_CASE("4.2 the GELU column from -1 to 1 is -0.1588 and -0.1543 and 0 and 0.3457 and 0.8412")
{
    const char* printed[] = {"-0.1588", "-0.1543", "0.0000", "0.3457", "0.8412"};
    for (int i = 1; i <= 5; ++i) CHECK_THAT(nn::gelu(xs[i]), RoundsTo(printed[i - 1]));
    for (double x : xs) {
        CHECK_THAT(output(), ContainsSubstring(text("%6.1f  %10.4f  %10.4f\n", x, nn::relu(x), nn::gelu(x))));
        CHECK_THAT(output(), ContainsSubstring(text("%4.1f  %11.8f  %11.8f", x, nn::gelu(x), nn::gelu_exact(x))));
    }
}

TEST_CASE("4.3 erratum: the article's GELU at -2 and 2 is the exact form, the rest of its table the tanh form")
{
    // Printed: -0.0455 and 1.9545. The tanh formula of the listing gives other digits ...
    CHECK_THAT(nn::gelu(-2.0), RoundsTo("-0.04540231"));
    CHECK_THAT(nn::gelu(2.0), RoundsTo("1.95459769"));
    CHECK_THAT(nn::gelu(-2.0), !RoundsTo("-0.0455"));
    CHECK_THAT(nn::gelu(2.0), !RoundsTo("1.9545"));
    CHECK_THAT(nn::gelu(-2.0), RoundsTo("-0.0454"));
    CHECK_THAT(nn::gelu(2.0), RoundsTo("1.9546"));
    // ... and the erf formula gives those printed.
    CHECK_THAT(nn::gelu_exact(-2.0), RoundsTo("-0.04550026"));
    CHECK_THAT(nn::gelu_exact(2.0), RoundsTo("1.95449974"));
    CHECK_THAT(nn::gelu_exact(-2.0), RoundsTo("-0.0455"));
    CHECK_THAT(nn::gelu_exact(2.0), RoundsTo("1.9545"));
    // At -1 and 1 it is the other way round: printed -0.1588 and 0.8412, exact -0.1587 and 0.8413.
    CHECK_THAT(nn::gelu_exact(-1.0), RoundsTo("-0.1587"));
    CHECK_THAT(nn::gelu_exact(1.0), RoundsTo("0.8413"));
    CHECK_THAT(nn::gelu_exact(-1.0), !RoundsTo("-0.1588"));
    CHECK_THAT(nn::gelu_exact(1.0), !RoundsTo("0.8412"));
}

TEST_CASE("4.4 the slope of ReLU is exactly 0 on the left and exactly 1 on the right")
{
    for (double x : {-1000.0, -2.0, -0.5, -1e-12}) CHECK(nn::relu_derivative(x) == 0.0);
    for (double x : {1e-12, 0.5, 2.0, 1000.0}) CHECK(nn::relu_derivative(x) == 1.0);
    for (double x : xs)
        CHECK_THAT(output(), ContainsSubstring(text("%4.1f  %7.4f  %11.8f  %12.8f\n", x, nn::relu_derivative(x),
                                                    nn::gelu_derivative(x), nn::gelu_exact_derivative(x))));
}

TEST_CASE("4.5 a ReLU unit that is always negative has a zero gradient and never learns")
{
    const auto relu = [](double z) { return nn::relu(z); };
    const auto relu_slope = [](double z) { return nn::relu_derivative(z); };
    double w = 0.1, b = -0.5;
    for (double x : {-2.0, -1.0, 0.0, 1.0, 2.0}) CHECK(w * x + b < 0);
    for (int i = 0; i < 1000; ++i) learn(w, b, relu, relu_slope);
    CHECK(w == 0.1);
    CHECK(b == -0.5);

    const auto gelu = [](double z) { return nn::gelu(z); };
    const auto gelu_slope = [](double z) { return nn::gelu_derivative(z); };
    for (int i = 0; i < 30; ++i) learn(w, b, gelu, gelu_slope);
    CHECK_THAT(output(), ContainsSubstring(text("   30     0.1000  -0.5000  %9.4f  %7.4f\n", w, b)));
    for (int i = 30; i < 300; ++i) learn(w, b, gelu, gelu_slope);
    for (double x : {-2.0, 0.0, 2.0}) CHECK_THAT(nn::gelu(w * x + b), WithinAbs(1.0, 1e-6));  // learned: it answers 1
    CHECK_THAT(output(), ContainsSubstring("after 300 steps: ReLU 0.0000 and 0.0000, GELU 1.0000 and 1.0000\n"));
}

TEST_CASE("4.6 GELU dampens slightly negative inputs and does not zero them")
{
    for (double x : {-1.0, -0.5, -0.1, -0.01}) {
        CHECK(nn::gelu(x) < 0.0);
        CHECK(std::abs(nn::gelu(x)) < std::abs(x));
    }
    CHECK_THAT(nn::gelu(-0.5) / -0.5, RoundsTo("0.3086"));  // about a third is left of -0.5
}

TEST_CASE("4.7 GELU is smooth and differentiable at 0")
{
    // From both sides the difference quotients of GELU tend to the same slope, 0.5; those of ReLU do not.
    for (double h : {1e-2, 1e-4, 1e-6}) {
        const double left = (nn::gelu(0.0) - nn::gelu(-h)) / h, right = (nn::gelu(h) - nn::gelu(0.0)) / h;
        CHECK_THAT(left, WithinAbs(0.5, h));
        CHECK_THAT(right, WithinAbs(0.5, h));
        CHECK((nn::relu(0.0) - nn::relu(-h)) / h == 0.0);
        CHECK((nn::relu(h) - nn::relu(0.0)) / h == 1.0);
        // The slope itself has no jump: it changes by less than 2 h over a step of h.
        CHECK(std::abs(nn::gelu_derivative(h) - nn::gelu_derivative(-h)) < 4 * h);
    }
    CHECK(nn::gelu_derivative(0.0) == 0.5);
    double largest = 0;
    for (int i = 0; i <= 3000; ++i)
        largest = std::max(largest, std::abs(nn::gelu(i / 1000.0) - nn::gelu_exact(i / 1000.0)));
    CHECK_THAT(output(), ContainsSubstring(text("largest difference from 0 to 3: %.6f", largest)));
}
