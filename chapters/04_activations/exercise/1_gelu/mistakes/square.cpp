// fails: the cube counts where x is not 1
// says: You squared where the formula cubes. At 1 that makes no difference, elsewhere it does: x * x * x.
#include <cmath>
#include <numbers>

double gelu(double x)
{
    return 0.5 * x * (1 + std::tanh(std::sqrt(2 / std::numbers::pi) * (x + 0.044715 * x * x)));
}
