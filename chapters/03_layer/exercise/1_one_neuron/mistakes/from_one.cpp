// fails: a neuron has a column
// says: You are one column too far to the left: neurons count from 0, so neuron j is column j.
#include "numpy/array.hpp"

numpy::Vector<> weights_of_neuron(const numpy::Matrix<>& W, int j) { return W.col(j - 1).transpose(); }
