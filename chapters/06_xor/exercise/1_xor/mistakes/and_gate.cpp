// fails: the network answers as XOR does
// says: That is AND: 1 only where both inputs are 1. XOR is 1 where exactly one of them is.
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
    return {Matrix<>{{1, 1}, {1, 1}}, Vector<>{{0, -1}}, Matrix<>{{0}, {1}}, Vector<>{{0}}};
}
