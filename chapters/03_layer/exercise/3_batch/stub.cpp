#include "numpy/array.hpp"

using numpy::Matrix;
using numpy::Vector;

// A layer on a batch: X (samples, inputs), W (inputs, neurons), b (neurons) give (samples, neurons).
Matrix<> layer(const Matrix<>& X, const Matrix<>& W, const Vector<>& b)
{
    return {};  // TODO
}
