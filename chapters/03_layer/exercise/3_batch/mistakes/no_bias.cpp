// fails: a bias belongs to a neuron
// says: The biases are missing: add b to every row of X W.
#include "numpy/array.hpp"

numpy::Matrix<> layer(const numpy::Matrix<>& X, const numpy::Matrix<>& W, const numpy::Vector<>& b)
{
    return X * W;
}
