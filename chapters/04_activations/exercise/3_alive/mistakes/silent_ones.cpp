// fails: inputs with a sum above 0 teach
// says: You counted those from which it cannot learn. Where the sum is 0 or less the slope is 0.
#include "numpy/array.hpp"

int learns_from(const numpy::Vector<>& xs, double w, double b)
{
    return static_cast<int>((w * xs.array() + b <= 0).count());
}
