// Activation functions against the same formulas in long double, and slopes against difference quotients.
#include "catch.hpp"
#include "nn/activation.hpp"
#include "numpy/array.hpp"

#include <cmath>
#include <limits>
#include <numbers>

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

long double gelu_reference(long double x)
{
    const long double u = std::sqrt(2 / std::numbers::pi_v<long double>) * (x + 0.044715L * x * x * x);
    return x < 0 ? x / (1 + std::exp(-2 * u)) : 0.5L * x * (1 + std::tanh(u));
}

long double gelu_exact_reference(long double x) { return 0.5L * x * std::erfc(-x / std::sqrt(2.0L)); }

// (f(x + h) - f(x - h)) / 2h in long double: right to about h^2 = 1e-8.
template <class F>
double quotient(F f, double x)
{
    const long double h = 1e-4L;
    return static_cast<double>((f(x + h) - f(x - h)) / (2 * h));
}

}  // namespace

TEST_CASE("relu: below 0 becomes 0, above 0 stays, NaN stays NaN")
{
    CHECK(nn::relu(-2.0) == 0.0);
    CHECK(nn::relu(-1e-300) == 0.0);
    CHECK_FALSE(std::signbit(nn::relu(-0.0)));
    CHECK(nn::relu(0.0) == 0.0);
    CHECK(nn::relu(1e-300) == 1e-300);
    CHECK(nn::relu(2.5) == 2.5);
    CHECK(nn::relu(-inf) == 0.0);
    CHECK(nn::relu(inf) == inf);
    CHECK(std::isnan(nn::relu(std::nan(""))));
    CHECK(nn::relu(1.5f) == 1.5f);
}

TEST_CASE("relu: the slope is 0 on the left and at the kink, 1 on the right")
{
    CHECK(nn::relu_derivative(-1e-300) == 0.0);
    CHECK(nn::relu_derivative(0.0) == 0.0);
    CHECK(nn::relu_derivative(1e-300) == 1.0);
    CHECK(nn::relu_derivative(7.0f) == 1.0f);
}

TEST_CASE("gelu: equals its formula in long double, tails included")
{
    for (double x = -9.0; x <= 9.0; x += 0.015625) {
        INFO("x = " << x);
        // 1e-13: the exponent u is rounded before exp, which multiplies its rounding error by up to 80.
        CHECK_THAT(nn::gelu(x), WithinRel(static_cast<double>(gelu_reference(x)), 1e-13));
        CHECK_THAT(nn::gelu_exact(x), WithinRel(static_cast<double>(gelu_exact_reference(x)), 1e-13));
    }
    CHECK_THAT(nn::gelu(-1.0f), WithinAbs(-0.15880801, 1e-7));
    CHECK_THAT(nn::gelu_exact(-1.0f), WithinAbs(-0.15865525, 1e-7));
}

TEST_CASE("gelu: is the tanh formula as published")
{
    for (double x = -6.0; x <= 6.0; x += 0.0625) {
        INFO("x = " << x);
        const double u = std::sqrt(2 / std::numbers::pi) * (x + 0.044715 * std::pow(x, 3));
        CHECK_THAT(nn::gelu(x), WithinAbs(0.5 * x * (1 + std::tanh(u)), 1e-14));  // tanh cancels: absolute, not relative
    }
}

TEST_CASE("gelu: the tanh form and the exact form differ by less than 0.0005")
{
    double largest = 0;
    for (double x = -6.0; x <= 6.0; x += 0.001) largest = std::max(largest, std::abs(nn::gelu(x) - nn::gelu_exact(x)));
    CHECK_THAT(largest, WithinAbs(0.000473, 0.0000005));
}

TEST_CASE("gelu: slopes equal difference quotients")
{
    for (double x = -6.0; x <= 6.0; x += 0.125) {
        INFO("x = " << x);
        CHECK_THAT(nn::gelu_derivative(x), WithinAbs(quotient(gelu_reference, x), 2e-8));
        CHECK_THAT(nn::gelu_exact_derivative(x), WithinAbs(quotient(gelu_exact_reference, x), 2e-8));
    }
    CHECK(nn::gelu_derivative(0.0) == 0.5);
    CHECK(nn::gelu_exact_derivative(0.0) == 0.5);
    CHECK_THAT(nn::gelu_derivative(1.0f), WithinAbs(1.0829641, 1e-6));
    CHECK_THAT(nn::gelu_exact_derivative(1.0f), WithinAbs(1.0833155, 1e-6));
}

TEST_CASE("gelu: far out it is 0 on the left and x on the right, and so are the slopes")
{
    for (double x : {40.0, 1e10, 1e100, 1e103, 1e200, 1e308}) {
        INFO("x = " << x);
        CHECK(nn::gelu(x) == x);
        CHECK(nn::gelu_exact(x) == x);
        CHECK(nn::gelu(-x) == 0.0);
        CHECK(nn::gelu_exact(-x) == 0.0);
        CHECK(nn::gelu_derivative(x) == 1.0);
        CHECK(nn::gelu_exact_derivative(x) == 1.0);
        CHECK(nn::gelu_derivative(-x) == 0.0);
        CHECK(nn::gelu_exact_derivative(-x) == 0.0);
    }
    CHECK(nn::gelu(inf) == inf);
    CHECK(nn::gelu_exact(inf) == inf);
    CHECK(std::isnan(nn::gelu(-inf)));
    CHECK(std::isnan(nn::gelu_exact(-inf)));
    CHECK(std::isnan(nn::gelu(std::nan(""))));
    CHECK(std::isnan(nn::gelu_exact_derivative(std::nan(""))));
}

TEST_CASE("activations of arrays are those of their elements, in the same shape")
{
    const numpy::Vector<> v{{-2.0, -0.5, 0.0, 3.0}};
    const numpy::Matrix<float> m{{-2.0f, -0.5f}, {0.25f, 3.0f}, {1.0f, -1.0f}};
    const auto check = [](const auto& x, const auto& of_array, auto of_number, int ulps = 0) {
        using T = decltype(of_number(x(0, 0)));
        REQUIRE(of_array.rows() == x.rows());
        REQUIRE(of_array.cols() == x.cols());
        for (Eigen::Index i = 0; i < x.rows(); ++i)
            for (Eigen::Index j = 0; j < x.cols(); ++j) {
                const T number = of_number(x(i, j));
                const T bound = T(ulps) * std::numeric_limits<T>::epsilon() * std::abs(number);
                CHECK(std::abs(of_array(i, j) - number) <= bound);
            }
    };
    const auto check_all = [&](const auto& x) {
        check(x, nn::relu(x), [](auto t) { return nn::relu(t); });
        check(x, nn::relu_derivative(x), [](auto t) { return nn::relu_derivative(t); });
        check(x, nn::gelu(x), [](auto t) { return nn::gelu(t); }, 4);  // where it is fast, it has an exp of its own
        check(x, nn::gelu_derivative(x), [](auto t) { return nn::gelu_derivative(t); });
        check(x, nn::gelu_exact(x), [](auto t) { return nn::gelu_exact(t); });
        check(x, nn::gelu_exact_derivative(x), [](auto t) { return nn::gelu_exact_derivative(t); });
    };
    check_all(v);
    check_all(m);
    CHECK(nn::relu(v - v).isZero());  // an expression, too
}
