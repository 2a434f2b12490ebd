// fails: a large sample leaves a small one alone
// says: You subtracted the largest logit of the whole batch. In a row of much smaller logits all exponentials are
//       then too small for a double, and nothing is left of their differences. Take each row's own largest.
#include "numpy/array.hpp"

numpy::Matrix<> softmax(const numpy::Matrix<>& logits)
{
    numpy::Matrix<> probs = logits;
    for (int i = 0; i < logits.rows(); ++i) {
        const numpy::Vector<> e = (logits.row(i).array() - logits.maxCoeff()).exp();
        probs.row(i) = e / e.sum();
    }
    return probs;
}
