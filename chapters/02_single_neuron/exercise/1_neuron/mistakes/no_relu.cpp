// fails: a negative sum becomes 0
// says: The sum comes out unbent: below 0, ReLU must give 0. Without it the neuron is only a weighted sum.
#include "numpy/array.hpp"

double neuron(const numpy::Vector<>& x, const numpy::Vector<>& w, double b) { return x.dot(w) + b; }
