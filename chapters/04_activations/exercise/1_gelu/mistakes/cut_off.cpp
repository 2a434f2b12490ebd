// fails: a negative x is dampened, not cut off
// says: You cut off below 0, as ReLU does. The same formula holds there: a little of a slightly negative x gets
//       through.
#include <cmath>
#include <numbers>

double gelu(double x)
{
    if (x < 0) return 0;
    return 0.5 * x * (1 + std::tanh(std::sqrt(2 / std::numbers::pi) * (x + 0.044715 * x * x * x)));
}
