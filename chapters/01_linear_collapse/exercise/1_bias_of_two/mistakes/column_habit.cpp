// fails: b2 stays as it is
// says: W2 b1 is for books in which a vector is a column. Here b1 is a row, and a row stands in front of the
//       matrix: b1 * W2.
#include "numpy/array.hpp"

numpy::Vector<> bias_of_two(const numpy::Vector<>& b1, const numpy::Matrix<>& W2, const numpy::Vector<>& b2)
{
    return W2 * b1 + b2;
}
