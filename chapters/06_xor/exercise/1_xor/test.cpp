#include "check.hpp"

using numpy::Matrix;
using numpy::Vector;

struct Network {
    Matrix<> W1;
    Vector<> b1;
    Matrix<> W2;
    Vector<> b2;
};

Network xor_network();

int main()
{
    const auto outputs = [](const Matrix<>& X) {
        const Network network = xor_network();
        if (network.b1.size() != 2) throw std::length_error("the network may have two hidden neurons, no more and no less");
        const Matrix<> h = ((X * network.W1).rowwise() + network.b1).cwiseMax(0.0);
        return Vector<>(((h * network.W2).rowwise() + network.b2).transpose());
    };
    check("the network answers as XOR does", Vector<>{{0, 1, 1, 0}}, "outputs", outputs,
          Matrix<>{{0, 0}, {0, 1}, {1, 0}, {1, 1}});
}
