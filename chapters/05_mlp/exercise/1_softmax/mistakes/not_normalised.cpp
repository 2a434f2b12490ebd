// fails: one sample becomes probabilities
// says: These are the exponentials, and they do not add up to 1. Divide them by their sum.
#include "numpy/array.hpp"

numpy::Matrix<> softmax(const numpy::Matrix<>& logits)
{
    numpy::Matrix<> probs = logits;
    for (int i = 0; i < logits.rows(); ++i) {
        const numpy::Vector<> e = (logits.row(i).array() - logits.row(i).maxCoeff()).exp();
        probs.row(i) = e;
    }
    return probs;
}
