// The order matters: sum first, then the bias, and the bend last. The bias decides how large the weighted sum must be
// before anything comes out, and it can only do so from inside the ReLU.
#include "numpy/array.hpp"

#include <cmath>

using numpy::Vector;

double neuron(const Vector<>& x, const Vector<>& w, double b)
{
    return std::fmax(0.0, x.dot(w) + b);
}
