// fails: one sample becomes probabilities
// says: You normalised down the columns, so that each token competes with itself in other samples. A sample is a
//       row.
#include "numpy/array.hpp"

numpy::Matrix<> softmax(const numpy::Matrix<>& logits)
{
    numpy::Matrix<> probs = logits;
    for (int j = 0; j < logits.cols(); ++j) {
        const Eigen::VectorXd e = (logits.col(j).array() - logits.col(j).maxCoeff()).exp();
        probs.col(j) = e / e.sum();
    }
    return probs;
}
