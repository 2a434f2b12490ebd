// The slope of ReLU is the whole switch: where it is 0, w and b get no part of the error, however large that is. A unit
// for which this count is 0 stays as it is for ever.
#include "numpy/array.hpp"

using numpy::Vector;

int learns_from(const Vector<>& xs, double w, double b)
{
    int count = 0;
    for (double x : xs)
        if (w * x + b > 0) ++count;
    return count;
}
