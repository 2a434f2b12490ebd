// fails: large logits do not overflow
// says: The exponential of 1000 overflows to infinity, and infinity divided by infinity is not a number. Subtract
//       the row's largest logit first.
#include "numpy/array.hpp"

numpy::Matrix<> softmax(const numpy::Matrix<>& logits)
{
    numpy::Matrix<> probs = logits;
    for (int i = 0; i < logits.rows(); ++i) {
        const numpy::Vector<> e = logits.row(i).array().exp();
        probs.row(i) = e / e.sum();
    }
    return probs;
}
