// fails: inputs with a sum above 0 teach
// says: You left the bias out: what ReLU sees is w x + b, and the bias decides where that is positive.
#include "numpy/array.hpp"

int learns_from(const numpy::Vector<>& xs, double w, double b)
{
    return static_cast<int>((w * xs.array() > 0).count());
}
