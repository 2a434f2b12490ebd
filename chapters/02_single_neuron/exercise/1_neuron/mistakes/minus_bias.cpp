// fails: the bias is added
// says: You subtract the bias. It is added: a larger bias makes the neuron answer sooner.
#include "numpy/array.hpp"

#include <cmath>

double neuron(const numpy::Vector<>& x, const numpy::Vector<>& w, double b)
{
    return std::fmax(0.0, x.dot(w) - b);
}
