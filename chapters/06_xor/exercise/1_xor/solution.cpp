// The first hidden neuron counts the ones. The second one answers only when both inputs are 1, because its bias eats up
// what a single input gives. The output takes the count and removes twice "both", which turns the count 2 into 0.
#include "numpy/array.hpp"

using numpy::Matrix;
using numpy::Vector;

struct Network {
    Matrix<> W1;
    Vector<> b1;
    Matrix<> W2;
    Vector<> b2;
};

Network xor_network()
{
    return {Matrix<>{{1, 1}, {1, 1}}, Vector<>{{0, -1}}, Matrix<>{{1}, {-2}}, Vector<>{{0}}};
}
