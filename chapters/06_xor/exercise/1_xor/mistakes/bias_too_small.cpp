// fails: the network answers as XOR does
// says: The bias of your "both" neuron is too weak: at -0.5 it already answers when one input is 1. The bias must
//       undo one whole input.
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
    return {Matrix<>{{1, 1}, {1, 1}}, Vector<>{{0, -0.5}}, Matrix<>{{1}, {-2}}, Vector<>{{0}}};
}
