#include "check.hpp"
#include "nn/mlp.hpp"

using numpy::Matrix;
using numpy::Vector;

Vector<> mlp(const Vector<>& x, const Matrix<>& W1, const Vector<>& b1, const Matrix<>& W2, const Vector<>& b2);

int main()
{
    const Vector<> x{{1, -2}}, b1{{0.5, 0, -1}}, b2{{-0.25, 0.5}};
    const Matrix<> W1{{1, 0.5, -1}, {0.5, -0.5, 1}}, W2{{1, -1}, {-2, 0.5}, {1, 1}};
    const nn::MLP<> network(nn::Linear<>(W1, b1), nn::Linear<>(W2, b2));
    check("GELU stands between the layers, and only there", network.forward(x), "mlp", mlp, x, W1, b1, W2, b2);
    const Vector<> other{{-3, 0.25}};
    check("it does so for other inputs", network.forward(other), "mlp", mlp, other, W1, b1, W2, b2);
}
