// fails: b1 goes through the second layer
// says: What b1 adds is missing: the first layer's bias reaches the output, too, after W2 has been applied to it.
#include "numpy/array.hpp"

numpy::Vector<> bias_of_two(const numpy::Vector<>& b1, const numpy::Matrix<>& W2, const numpy::Vector<>& b2)
{
    return b2 + numpy::Vector<>::Zero(W2.cols());
}
