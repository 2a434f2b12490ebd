#include "numpy/array.hpp"

using numpy::Matrix;
using numpy::Vector;

// The weights of neuron j, one per input; W has the shape (inputs, neurons), and j counts from 0.
Vector<> weights_of_neuron(const Matrix<>& W, int j)
{
    return {};  // TODO
}
