// fails: b1 goes through the second layer
// says: You bend between the two layers. Nothing bends here, which is why the two are one.
#include "numpy/array.hpp"

using numpy::Matrix;
using numpy::Vector;

Vector<> bias_of_two(const Vector<>& b1, const Matrix<>& W2, const Vector<>& b2) { return (b1 * W2).cwiseMax(0.0) + b2; }
