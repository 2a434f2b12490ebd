// fails: the bias is added
// says: The bias is missing: your neuron gives the weighted sum alone. Add b to it before the ReLU.
#include "numpy/array.hpp"

#include <cmath>

double neuron(const numpy::Vector<>& x, const numpy::Vector<>& w, double) { return std::fmax(0.0, x.dot(w)); }
