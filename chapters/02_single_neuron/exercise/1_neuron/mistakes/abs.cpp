// fails: a negative sum becomes 0
// says: That is the absolute value: it turns a negative sum into a positive one. ReLU makes it 0.
#include "numpy/array.hpp"

#include <cmath>

double neuron(const numpy::Vector<>& x, const numpy::Vector<>& w, double b) { return std::abs(x.dot(w) + b); }
