// The inner loop is chapter 2's neuron; the outer one does it for each column. x * W + b is the same two loops, only
// arranged so that the processor is kept busy.
#include "numpy/array.hpp"

using numpy::Matrix;
using numpy::Vector;

Vector<> layer(const Vector<>& x, const Matrix<>& W, const Vector<>& b)
{
    Vector<> z = b;
    for (int j = 0; j < W.cols(); ++j)
        for (int i = 0; i < W.rows(); ++i) z(j) += x(i) * W(i, j);
    return z;
}
