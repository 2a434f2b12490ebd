#include "nn/activation.hpp"
#include "numpy/array.hpp"

using nn::gelu;
using numpy::Matrix;
using numpy::Vector;

// The logits of an MLP: x (d_model), W1 (d_model, d_ff), b1 (d_ff), W2 (d_ff, d_out), b2 (d_out) give (d_out).
Vector<> mlp(const Vector<>& x, const Matrix<>& W1, const Vector<>& b1, const Matrix<>& W2, const Vector<>& b2)
{
    return {};  // TODO
}
