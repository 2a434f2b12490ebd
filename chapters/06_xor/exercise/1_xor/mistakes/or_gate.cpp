// fails: the network answers as XOR does
// says: It answers 1 to (1, 1), as OR does. Twice what the "both" neuron gives there must take away the whole
//       count, 2: is its output 1 there? Look at its bias, and at its weight in the second layer.
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
    return {Matrix<>{{1, 1}, {1, 1}}, Vector<>{{0, -1}}, Matrix<>{{1}, {-1}}, Vector<>{{0}}};
}
