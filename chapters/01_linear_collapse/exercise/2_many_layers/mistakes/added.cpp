// fails: the layers follow each other in order
// says: You added the weights. Layers that stand beside each other add up; layers that follow each other multiply.
#include "numpy/array.hpp"

numpy::Matrix<> weights_of_three(const numpy::Matrix<>& W1, const numpy::Matrix<>& W2, const numpy::Matrix<>& W3)
{
    return W1 + W2 + W3;
}
