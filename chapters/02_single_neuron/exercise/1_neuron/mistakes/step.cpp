// fails: each input counts with its weight
// says: Your neuron answers 0 or 1. ReLU keeps a positive sum as it is.
#include "numpy/array.hpp"

#include <cmath>

double neuron(const numpy::Vector<>& x, const numpy::Vector<>& w, double b) { return x.dot(w) + b > 0 ? 1 : 0; }
