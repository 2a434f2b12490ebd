// fails: the network answers as XOR does
// says: Your network only adds up its inputs, as one without a hidden layer would: it answers 2 to (1, 1). Let a
//       hidden neuron answer there alone, and subtract it.
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
    return {Matrix<>{{1, 0}, {0, 1}}, Vector<>{{0, 0}}, Matrix<>{{1}, {1}}, Vector<>{{0}}};
}
