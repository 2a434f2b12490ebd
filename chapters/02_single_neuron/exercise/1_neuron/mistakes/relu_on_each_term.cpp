// fails: the bias is added before the ReLU
// says: You bend each product by itself. Add up the products and the bias first; ReLU comes once, at the end.
#include "numpy/array.hpp"

#include <cmath>

double neuron(const numpy::Vector<>& x, const numpy::Vector<>& w, double b)
{
    double sum = b;
    for (Eigen::Index i = 0; i < x.size(); ++i) sum += std::fmax(0.0, x(i) * w(i));
    return sum;
}
