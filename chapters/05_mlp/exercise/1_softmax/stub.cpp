#include "numpy/array.hpp"

#include <cmath>

using numpy::Matrix;
using numpy::Vector;

// The probabilities of each sample; logits and result have the shape (samples, tokens).
Matrix<> softmax(const Matrix<>& logits)
{
    Matrix<> probs = logits;
    for (int i = 0; i < logits.rows(); ++i) {
        const Vector<> x = logits.row(i);
        probs.row(i) = x;  // TODO: x.maxCoeff(), x.sum() and (x.array() - 1).exp() show what vectors can do
    }
    return probs;
}
