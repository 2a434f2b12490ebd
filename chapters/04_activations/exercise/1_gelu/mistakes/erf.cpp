// fails: at 1 it is a little less than 1
// says: That is GELU's exact form, with erf. It differs from the fourth decimal on; the tanh form is asked for.
#include <cmath>
#include <numbers>

double gelu(double x) { return 0.5 * x * (1 + std::erf(x / std::numbers::sqrt2)); }
