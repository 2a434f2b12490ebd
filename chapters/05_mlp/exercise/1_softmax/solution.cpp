// Subtracting m multiplies numerator and denominator by the same factor, so the probabilities stay, and the largest
// exponent is 0. It must be the largest of the same row: another sample may be far larger, and then all of this row's
// exponentials would be 0.
#include "numpy/array.hpp"

#include <cmath>

using numpy::Matrix;
using numpy::Vector;

Matrix<> softmax(const Matrix<>& logits)
{
    Matrix<> probs = logits;
    for (int i = 0; i < logits.rows(); ++i) {
        const Vector<> x = logits.row(i);
        const Vector<> e = (x.array() - x.maxCoeff()).exp();
        probs.row(i) = e / e.sum();
    }
    return probs;
}
