// fails: a negative sum stays negative
// says: You applied ReLU. That is the next step: here the weighted sums themselves are asked for.
#include "numpy/array.hpp"

numpy::Vector<> layer(const numpy::Vector<>& x, const numpy::Matrix<>& W, const numpy::Vector<>& b)
{
    return (x * W + b).cwiseMax(0.0);
}
