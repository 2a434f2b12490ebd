// fails: the network answers as XNOR does
// says: That is AND: it is right for (1, 1), but (0, 0) must give 1, too.
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
    return {Matrix<>{{1, 1}, {1, 1}}, Vector<>{{0, -1}}, Matrix<>{{0}, {1}}, Vector<>{{0}}};
}
