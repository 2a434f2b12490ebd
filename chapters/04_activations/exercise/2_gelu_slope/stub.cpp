#include <cmath>
#include <numbers>

// The derivative of GELU (tanh form) at x.
double gelu_slope(double x)
{
    const double c = std::sqrt(2 / std::numbers::pi);
    const double t = std::tanh(c * (x + 0.044715 * x * x * x));
    return t;  // TODO: the derivative of 0.5 x (1 + t)
}
