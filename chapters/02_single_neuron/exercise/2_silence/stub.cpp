#include "numpy/array.hpp"

using numpy::Vector;

// The largest bias with which a neuron with the weights w still answers 0 to the inputs x.
double silencing_bias(const Vector<>& x, const Vector<>& w)
{
    return 0;  // TODO: solve the equation of the task for b
}
