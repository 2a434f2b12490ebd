// fails: both factors change with x
// says: The inner slope lacks its sqrt(2 / pi).
#include <cmath>
#include <numbers>

double gelu_slope(double x)
{
    const double c = std::sqrt(2 / std::numbers::pi);
    const double t = std::tanh(c * (x + 0.044715 * x * x * x));
    return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * (1 + 3 * 0.044715 * x * x);
}
