// Brackets may be moved in a product of matrices, its factors may not. x stands on the left, so the layers follow it in
// the order in which it passes them. (Books that write a sample as a column have the product mirrored: W3 W2 W1 x.)
#include "numpy/array.hpp"

using numpy::Matrix;

Matrix<> weights_of_three(const Matrix<>& W1, const Matrix<>& W2, const Matrix<>& W3)
{
    return W1 * W2 * W3;
}
