// fails: inputs with a sum above 0 teach
// says: You counted the sums that are not 0. It is the slope that must not be 0, and ReLU has one above 0 only.
#include "numpy/array.hpp"

int learns_from(const numpy::Vector<>& xs, double w, double b)
{
    int count = 0;
    for (double x : xs)
        if (w * x + b != 0) ++count;
    return count;
}
