#include "check.hpp"

using numpy::Vector;

double neuron(const Vector<>& x, const Vector<>& w, double b);

int main()
{
    const Vector<> x{{0.5, -0.3, 0.8}}, w{{0.4, -0.7, 0.2}};
    const double sum = 0.5 * 0.4 + 0.3 * 0.7 + 0.8 * 0.2;
    check("each input counts with its weight", sum, "neuron", neuron, x, w, 0.0);
    check("the bias is added", sum + 0.1, "neuron", neuron, x, w, 0.1);
    check("a negative sum becomes 0", 0.0, "neuron", neuron, Vector<>(-x), w, 0.0);
    check("the bias is added before the ReLU", 0.0, "neuron", neuron, Vector<>(-x), w, 0.25);
    // Four inputs, and products of both signs.
    const Vector<> x4{{1, -2, 3, 0.5}}, w4{{2, 1, -0.5, 4}};
    check("any number of inputs counts", 2 - 2 - 1.5 + 2 + 0.25, "neuron", neuron, x4, w4, 0.25);
}
