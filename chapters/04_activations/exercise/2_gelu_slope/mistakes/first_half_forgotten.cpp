// fails: both factors change with x
// says: The first term lacks its 0.5: the slope of 0.5 x is 0.5.
#include <cmath>
#include <numbers>

double gelu_slope(double x)
{
    const double c = std::sqrt(2 / std::numbers::pi);
    const double t = std::tanh(c * (x + 0.044715 * x * x * x));
    return 1 + t + 0.5 * x * (1 - t * t) * c * (1 + 3 * 0.044715 * x * x);
}
