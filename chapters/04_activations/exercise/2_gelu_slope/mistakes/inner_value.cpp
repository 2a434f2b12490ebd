// fails: both factors change with x
// says: The last factor is u(x) itself. The chain rule asks for its slope, u'(x).
#include <cmath>
#include <numbers>

double gelu_slope(double x)
{
    const double c = std::sqrt(2 / std::numbers::pi);
    const double t = std::tanh(c * (x + 0.044715 * x * x * x));
    return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * c * (x + 0.044715 * x * x * x);
}
