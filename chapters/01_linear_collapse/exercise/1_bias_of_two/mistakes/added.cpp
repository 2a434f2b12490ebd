// fails: b1 goes through the second layer
// says: You added the two biases. But b1 enters before the second layer, so it is multiplied by W2 on its way.
#include "numpy/array.hpp"

numpy::Vector<> bias_of_two(const numpy::Vector<>& b1, const numpy::Matrix<>& W2, const numpy::Vector<>& b2)
{
    return b1 + b2;
}
