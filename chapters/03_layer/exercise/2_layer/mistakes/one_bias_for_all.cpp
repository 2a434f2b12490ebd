// fails: each neuron adds its own bias
// says: All neurons got the first one's bias. There is one bias per neuron: b(j), not b(0).
#include "numpy/array.hpp"

numpy::Vector<> layer(const numpy::Vector<>& x, const numpy::Matrix<>& W, const numpy::Vector<>& b)
{
    return (x * W).array() + b(0);
}
