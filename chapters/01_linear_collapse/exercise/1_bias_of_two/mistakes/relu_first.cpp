// fails: b1 goes through the second layer
// says: You bend b1 before the second layer. Nothing bends here, which is why the two layers are one.
#include "numpy/array.hpp"

using numpy::Matrix;
using numpy::Vector;

Vector<> bias_of_two(const Vector<>& b1, const Matrix<>& W2, const Vector<>& b2) { return b1.cwiseMax(0.0) * W2 + b2; }
