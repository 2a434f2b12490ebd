// fails: inputs with a sum above 0 teach
// says: You counted the sums below 0, where ReLU is flat. It has a slope above 0.
#include "numpy/array.hpp"

int learns_from(const numpy::Vector<>& xs, double w, double b)
{
    return static_cast<int>((w * xs.array() + b < 0).count());
}
