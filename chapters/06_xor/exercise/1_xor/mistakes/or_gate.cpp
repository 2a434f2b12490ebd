// fails: the network answers as XOR does
// says: That is OR: it answers 1 to (1, 1) as well. XOR is "one of them but not both": take "both" away twice,
//       once to go from 2 to 1 and once more to reach 0.
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
    return {Matrix<>{{1, 1}, {1, 1}}, Vector<>{{0, -1}}, Matrix<>{{1}, {-1}}, Vector<>{{0}}};
}
