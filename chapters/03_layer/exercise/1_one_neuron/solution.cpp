// One column per neuron: down a column stand the weights with which that neuron takes the inputs. A row holds what one
// input sends to all neurons.
#include "numpy/array.hpp"

using numpy::Matrix;
using numpy::Vector;

Vector<> weights_of_neuron(const Matrix<>& W, int j)
{
    return W.col(j).transpose();
}
