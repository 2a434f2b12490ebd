#include "numpy/array.hpp"

using numpy::Matrix;

// The weights of the one layer that does what three do; x goes through W1 first and through W3 last.
Matrix<> weights_of_three(const Matrix<>& W1, const Matrix<>& W2, const Matrix<>& W3)
{
    return {};  // TODO
}
