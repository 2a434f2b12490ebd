// fails: GELU stands between the layers, and only there
// says: There is an activation after the last layer, too. Logits are raw scores and may be negative: leave the
//       output as it is.
#include "nn/activation.hpp"
#include "numpy/array.hpp"

using nn::gelu;
using numpy::Matrix;
using numpy::Vector;

Vector<> mlp(const Vector<>& x, const Matrix<>& W1, const Vector<>& b1, const Matrix<>& W2, const Vector<>& b2)
{
    return gelu(Vector<>(gelu(Vector<>(x * W1 + b1)) * W2 + b2));
}
