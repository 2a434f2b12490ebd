// Product rule: the slope of the first factor times the second, plus the first times the slope of the second. The
// second factor is a function of a function, so its slope has the inner slope u'(x) as a factor (chain rule).
#include <cmath>
#include <numbers>

double gelu_slope(double x)
{
    const double c = std::sqrt(2 / std::numbers::pi);
    const double t = std::tanh(c * (x + 0.044715 * x * x * x));
    const double inner_slope = c * (1 + 3 * 0.044715 * x * x);
    return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * inner_slope;
}
