// fails: the network answers as XNOR does
// says: Your network is one minus the count, as one without a hidden layer could do: it answers -1 to (1, 1).
//       A hidden neuron that answers there alone must bring it back up.
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
    return {Matrix<>{{1, 0}, {0, 1}}, Vector<>{{0, 0}}, Matrix<>{{-1}, {-1}}, Vector<>{{1}}};
}
