// fails: at 1 it is a little less than 1
// says: A pair of brackets is missing: the square root multiplies the cubic term as well as x.
#include <cmath>
#include <numbers>

double gelu(double x)
{
    return 0.5 * x * (1 + std::tanh(std::sqrt(2 / std::numbers::pi) * x + 0.044715 * x * x * x));
}
