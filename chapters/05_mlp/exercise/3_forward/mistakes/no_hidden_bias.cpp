// fails: GELU stands between the layers, and only there
// says: The bias of the first layer is missing: add b1 before the GELU.
#include "nn/activation.hpp"
#include "numpy/array.hpp"

using nn::gelu;
using numpy::Matrix;
using numpy::Vector;

Vector<> mlp(const Vector<>& x, const Matrix<>& W1, const Vector<>& b1, const Matrix<>& W2, const Vector<>& b2)
{
    return gelu(Vector<>(x * W1)) * W2 + b2;
}
