// fails: the network answers as XNOR does
// says: That is XOR, the network of the chapter. XNOR is its opposite: 1 where the inputs are equal.
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
    return {Matrix<>{{1, 1}, {1, 1}}, Vector<>{{0, -1}}, Matrix<>{{1}, {-2}}, Vector<>{{0}}};
}
