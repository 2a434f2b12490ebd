// fails: both factors change with x
// says: Only the first factor was differentiated. The product rule has a second term: the first factor times the
//       slope of the second.
#include <cmath>
#include <numbers>

double gelu_slope(double x)
{
    const double c = std::sqrt(2 / std::numbers::pi);
    const double t = std::tanh(c * (x + 0.044715 * x * x * x));
    return 0.5 * (1 + t);
}
