// fails: both factors change with x
// says: The first term of the product rule is missing: the slope of 0.5 x is 0.5, and it multiplies 1 + t. (If it stands
//       there with 1 / 2: in C++ that is 0, for both are whole numbers.)
#include <cmath>
#include <numbers>

double gelu_slope(double x)
{
    const double c = std::sqrt(2 / std::numbers::pi);
    const double t = std::tanh(c * (x + 0.044715 * x * x * x));
    return 0.5 * x * (1 - t * t) * c * (1 + 3 * 0.044715 * x * x);
}
