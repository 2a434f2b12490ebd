// fails: each neuron adds its own bias
// says: The bias is added once per input, in the inner loop. A neuron adds it once: before that loop or after it.
#include "numpy/array.hpp"

numpy::Vector<> layer(const numpy::Vector<>& x, const numpy::Matrix<>& W, const numpy::Vector<>& b)
{
    numpy::Vector<> z = numpy::Vector<>::Zero(b.size());
    for (int j = 0; j < W.cols(); ++j)
        for (int i = 0; i < W.rows(); ++i) z(j) += x(i) * W(i, j) + b(j);
    return z;
}
