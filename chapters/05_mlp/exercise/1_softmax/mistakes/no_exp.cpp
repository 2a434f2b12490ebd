// fails: one sample becomes probabilities
// says: The exponential is missing: dividing the logits by their sum does not make probabilities of them, for
//       logits may be negative.
#include "numpy/array.hpp"

numpy::Matrix<> softmax(const numpy::Matrix<>& logits)
{
    numpy::Matrix<> probs = logits;
    for (int i = 0; i < logits.rows(); ++i) {
        probs.row(i) = logits.row(i) / logits.row(i).sum();
    }
    return probs;
}
