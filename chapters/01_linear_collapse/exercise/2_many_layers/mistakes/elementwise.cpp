// fails: the layers follow each other in order
// says: You multiplied element by element. A layer after a layer is a product of matrices: rows times columns.
#include "numpy/array.hpp"

numpy::Matrix<> weights_of_three(const numpy::Matrix<>& W1, const numpy::Matrix<>& W2, const numpy::Matrix<>& W3)
{
    return W1.cwiseProduct(W2).cwiseProduct(W3);
}
