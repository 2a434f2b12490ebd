// fails: inputs with a sum above 0 teach
// says: You counted the input whose sum is exactly 0. There the slope is taken to be 0, so compare with > and not
//       with >=.
#include "numpy/array.hpp"

int learns_from(const numpy::Vector<>& xs, double w, double b)
{
    return static_cast<int>((w * xs.array() + b >= 0).count());
}
