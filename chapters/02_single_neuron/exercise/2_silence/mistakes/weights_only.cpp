// fails: the bias undoes a positive sum
// says: You sum the weights alone. What the neuron sees is each weight times its input: take x.dot(w).
#include "numpy/array.hpp"

double silencing_bias(const numpy::Vector<>&, const numpy::Vector<>& w) { return -w.sum(); }
