// fails: the network answers as XOR does
// says: The bias of your "both" neuron is wrong: with 0 it counts like the other one, and too much is taken away.
//       It must stay silent when only one input is 1.
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
    return {Matrix<>{{1, 1}, {1, 1}}, Vector<>{{0, 0}}, Matrix<>{{1}, {-2}}, Vector<>{{0}}};
}
