// fails: both factors change with x
// says: You multiplied the slopes of the two factors. The slope of a product is a sum: p' q + p q'.
#include <cmath>
#include <numbers>

double gelu_slope(double x)
{
    const double c = std::sqrt(2 / std::numbers::pi);
    const double t = std::tanh(c * (x + 0.044715 * x * x * x));
    return 0.5 * (1 - t * t) * c * (1 + 3 * 0.044715 * x * x);
}
