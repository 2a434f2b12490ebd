#include "numpy/array.hpp"

using numpy::Matrix;
using numpy::Vector;

// The weighted sums of a layer: x (inputs), W (inputs, neurons), b (neurons) give (neurons).
Vector<> layer(const Vector<>& x, const Matrix<>& W, const Vector<>& b)
{
    Vector<> z = Vector<>::Zero(W.cols());
    // TODO: a loop over the neurons, and in it one over the inputs
    return z;
}
