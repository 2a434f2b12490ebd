// fails: b1 goes through the second layer
// says: The product is in the wrong order: W2 b1 takes rows where the columns of W2 are the neurons. A vector is
//       a row here, so it stands in front: b1 W2.
#include "numpy/array.hpp"

numpy::Vector<> bias_of_two(const numpy::Vector<>& b1, const numpy::Matrix<>& W2, const numpy::Vector<>& b2)
{
    return b1 * W2.transpose() + b2;
}
