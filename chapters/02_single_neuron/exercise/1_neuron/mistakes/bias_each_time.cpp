// fails: the bias is added
// says: You add the bias once for each input. It belongs to the neuron and is added once.
#include "numpy/array.hpp"

#include <cmath>

double neuron(const numpy::Vector<>& x, const numpy::Vector<>& w, double b)
{
    double sum = 0;
    for (Eigen::Index i = 0; i < x.size(); ++i) sum += x(i) * w(i) + b;
    return std::fmax(0.0, sum);
}
