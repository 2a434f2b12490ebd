// The bias only has to undo the weighted sum. With any larger bias something gets through the ReLU; this is why the
// negative bias is called the neuron's threshold.
#include "numpy/array.hpp"

using numpy::Vector;

double silencing_bias(const Vector<>& x, const Vector<>& w)
{
    return -x.dot(w);
}
