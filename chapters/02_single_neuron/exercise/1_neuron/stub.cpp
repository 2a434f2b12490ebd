#include "numpy/array.hpp"

#include <cmath>

using numpy::Vector;

// What a neuron with the weights w and the bias b answers to the inputs x; w has one weight per input.
double neuron(const Vector<>& x, const Vector<>& w, double b)
{
    return 0;  // TODO: the weighted sum, then the bias, then ReLU
}
