#include "check.hpp"

using numpy::Matrix;
using numpy::Vector;

Vector<> weights_of_neuron(const Matrix<>& W, int j);

int main()
{
    const Matrix<> W{{11, 12, 13}, {21, 22, 23}, {31, 32, 33}};
    check("a neuron has a column", Vector<>{{12, 22, 32}}, "weights_of_neuron", weights_of_neuron, W, 1);
    check("the first neuron is number 0", Vector<>{{11, 21, 31}}, "weights_of_neuron", weights_of_neuron, W, 0);
    check("there is one weight per input", Vector<>{{14, 24}}, "weights_of_neuron", weights_of_neuron,
          Matrix<>{{11, 12, 13, 14}, {21, 22, 23, 24}}, 3);
}
