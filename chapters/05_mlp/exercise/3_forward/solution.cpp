// Between the layers the activation keeps them from being one layer (chapter 1). After the last one it would only do
// harm: logits are scores and may be as negative as they like, and GELU lets hardly anything below 0 through.
#include "nn/activation.hpp"
#include "numpy/array.hpp"

using nn::gelu;
using numpy::Matrix;
using numpy::Vector;

Vector<> mlp(const Vector<>& x, const Matrix<>& W1, const Vector<>& b1, const Matrix<>& W2, const Vector<>& b2)
{
    const Vector<> hidden = gelu(Vector<>(x * W1 + b1));
    return hidden * W2 + b2;
}
