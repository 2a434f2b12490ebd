// One minus XOR: the output starts at 1, its bias, takes away the count, and gives back twice "both". The hidden layer is
// that of XOR; only the output's signs and its bias are new.
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
    return {Matrix<>{{1, 1}, {1, 1}}, Vector<>{{0, -1}}, Matrix<>{{-1}, {2}}, Vector<>{{1}}};
}
