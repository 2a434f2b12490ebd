// fails: the layers follow each other in order
// says: The product is in the wrong order: W3 W2 W1 is right where a sample is a column. Here it is a row and
//       stands on the left, so W1 comes first.
#include "numpy/array.hpp"

numpy::Matrix<> weights_of_three(const numpy::Matrix<>& W1, const numpy::Matrix<>& W2, const numpy::Matrix<>& W3)
{
    return W3 * W2 * W1;
}
