// fails: the network answers as XNOR does
// says: The signs are right, but the output has no bias. At (0, 0), where both hidden neurons are silent,
//       only the bias of the output can make the answer 1.
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
    return {Matrix<>{{1, 1}, {1, 1}}, Vector<>{{0, -1}}, Matrix<>{{-1}, {2}}, Vector<>{{0}}};
}
