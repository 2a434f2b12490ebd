// fails: each neuron sums its inputs
// says: W is transposed: you take W(j, i), a row per neuron. Input i and neuron j meet at W(i, j).
#include "numpy/array.hpp"

numpy::Vector<> layer(const numpy::Vector<>& x, const numpy::Matrix<>& W, const numpy::Vector<>& b)
{
    numpy::Vector<> z = b;
    for (int j = 0; j < W.cols(); ++j)
        for (int i = 0; i < W.rows(); ++i) z(j) += x(i) * W(j, i);
    return z;
}
