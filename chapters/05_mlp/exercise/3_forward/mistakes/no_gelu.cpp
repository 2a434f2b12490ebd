// fails: GELU stands between the layers, and only there
// says: GELU is missing. Without it the two layers are one linear layer, as in chapter 1.
#include "nn/activation.hpp"
#include "numpy/array.hpp"

using nn::gelu;
using numpy::Matrix;
using numpy::Vector;

Vector<> mlp(const Vector<>& x, const Matrix<>& W1, const Vector<>& b1, const Matrix<>& W2, const Vector<>& b2)
{
    return (x * W1 + b1) * W2 + b2;
}
