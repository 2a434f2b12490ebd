// fails: a neuron has a column
// says: That is a row: what one input sends to all neurons. The weights of one neuron stand in a column.
#include "numpy/array.hpp"

numpy::Vector<> weights_of_neuron(const numpy::Matrix<>& W, int j) { return W.row(j); }
