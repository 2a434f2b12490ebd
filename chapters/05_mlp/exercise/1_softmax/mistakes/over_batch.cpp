// fails: each sample is normalised by itself
// says: You divided by the sum over the whole batch. Each sample, each row, must add up to 1 by itself.
#include "numpy/array.hpp"

numpy::Matrix<> softmax(const numpy::Matrix<>& logits)
{
    const numpy::Matrix<> e = (logits.array() - logits.maxCoeff()).exp();
    return e / e.sum();
}
