// fails: the network answers as XNOR does
// says: That is NOR: it answers 0 to (1, 1) as well. Where both inputs are 1, the answer must come back to 1:
//       give the "both" neuron the weight 2, not 1.
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
    return {Matrix<>{{1, 1}, {1, 1}}, Vector<>{{0, -1}}, Matrix<>{{-1}, {1}}, Vector<>{{1}}};
}
