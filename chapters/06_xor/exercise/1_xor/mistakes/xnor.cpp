// fails: the network answers as XOR does
// says: That is XNOR, the opposite: 1 where the inputs are equal. XOR is 1 where they differ.
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
    return {Matrix<>{{1, 1}, {1, 1}}, Vector<>{{0, -1}}, Matrix<>{{-1}, {2}}, Vector<>{{1}}};
}
