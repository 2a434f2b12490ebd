// fails: each neuron sums its inputs
// says: Only the last input is left: each round of the inner loop replaces z(j). Add to it, with +=.
#include "numpy/array.hpp"

numpy::Vector<> layer(const numpy::Vector<>& x, const numpy::Matrix<>& W, const numpy::Vector<>& b)
{
    numpy::Vector<> z = b;
    for (int j = 0; j < W.cols(); ++j)
        for (int i = 0; i < W.rows(); ++i) z(j) = b(j) + x(i) * W(i, j);
    return z;
}
