// fails: at 1 it is a little less than 1
// says: The factor is upside down: the root is of 2 / pi, about 0.8, and not of pi / 2.
#include <cmath>
#include <numbers>

double gelu(double x)
{
    return 0.5 * x * (1 + std::tanh(std::sqrt(std::numbers::pi / 2) * (x + 0.044715 * x * x * x)));
}
