// fails: b2 stays as it is
// says: You subtract b2. The second layer adds it.
#include "numpy/array.hpp"

using numpy::Matrix;
using numpy::Vector;

Vector<> bias_of_two(const Vector<>& b1, const Matrix<>& W2, const Vector<>& b2) { return b1 * W2 - b2; }
