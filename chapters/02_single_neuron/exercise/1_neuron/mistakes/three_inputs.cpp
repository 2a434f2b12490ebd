// fails: any number of inputs counts
// says: You count on three inputs. Go up to x.size(), or let x.dot(w) do it.
#include "numpy/array.hpp"

#include <cmath>

double neuron(const numpy::Vector<>& x, const numpy::Vector<>& w, double b)
{
    double sum = b;
    for (Eigen::Index i = 0; i < 3; ++i) sum += x(i) * w(i);
    return std::fmax(0.0, sum);
}
