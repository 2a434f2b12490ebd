// fails: b2 stays as it is
// says: The second layer has a bias of its own, and you left it out: add b2 at the end.
#include "numpy/array.hpp"

numpy::Vector<> bias_of_two(const numpy::Vector<>& b1, const numpy::Matrix<>& W2, const numpy::Vector<>& b2)
{
    return b1 * W2;
}
