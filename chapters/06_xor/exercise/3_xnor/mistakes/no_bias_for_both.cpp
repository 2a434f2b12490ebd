// fails: the network answers as XNOR does
// says: The bias of your "both" neuron is wrong: with 0 it counts like the other one, and the two together
//       only add. It must stay silent when only one input is 1.
#include "numpy/array.hpp"

using numpy::Matrix;
using numpy::Vector;

struct Network {
    Matrix<> W1;
    Vector<> b1;
    Matrix<> W2;
    Vector<> b2;
};

Network xnor_network()
{
    return {Matrix<>{{1, 1}, {1, 1}}, Vector<>{{0, 0}}, Matrix<>{{-1}, {2}}, Vector<>{{1}}};
}
