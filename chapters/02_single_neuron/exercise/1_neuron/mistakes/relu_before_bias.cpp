// fails: the bias is added before the ReLU
// says: You bend first and add the bias afterwards. Then the bias cannot decide when the neuron starts to answer: add
//       it to the sum, and apply ReLU to the result.
#include "numpy/array.hpp"

#include <cmath>

double neuron(const numpy::Vector<>& x, const numpy::Vector<>& w, double b) { return std::fmax(0.0, x.dot(w)) + b; }
