// fails: a neuron has a column
// says: That is a row, and the one before row j. A neuron is a column, and counting starts at 0.
#include "numpy/array.hpp"

numpy::Vector<> weights_of_neuron(const numpy::Matrix<>& W, int j) { return W.row(j - 1); }
