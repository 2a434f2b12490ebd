// A row of X W belongs to a sample and its columns to the neurons, just as the elements of b do: so b joins each row.
// With as many samples as neurons the other direction fits, too, and no size would tell you that it is wrong.
#include "numpy/array.hpp"

using numpy::Matrix;
using numpy::Vector;

Matrix<> layer(const Matrix<>& X, const Matrix<>& W, const Vector<>& b)
{
    return (X * W).rowwise() + b;
}
