// fails: the layers follow each other in order
// says: The third layer is missing: that is the product of the first two.
#include "numpy/array.hpp"

numpy::Matrix<> weights_of_three(const numpy::Matrix<>& W1, const numpy::Matrix<>& W2, const numpy::Matrix<>& W3)
{
    return W1 * W2;
}
