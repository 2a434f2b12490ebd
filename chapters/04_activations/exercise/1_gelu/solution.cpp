// From the inside out: the cubic, the factor, tanh, and then the share of x that is let through, between 0 and 1.
#include <cmath>
#include <numbers>

double gelu(double x)
{
    const double inner = std::sqrt(2 / std::numbers::pi) * (x + 0.044715 * x * x * x);
    return 0.5 * x * (1 + std::tanh(inner));
}
