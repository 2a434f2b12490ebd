#include "check.hpp"

using numpy::Matrix;
using numpy::Vector;

Matrix<> layer(const Matrix<>& X, const Matrix<>& W, const Vector<>& b);

int main()
{
    // As many samples as neurons, and as many as inputs: every wrong direction fits.
    const Matrix<> X{{10, 1}, {20, 2}}, W{{1, 2}, {3, 5}};
    const Matrix<> XW{{10 * 1 + 1 * 3, 10 * 2 + 1 * 5}, {20 * 1 + 2 * 3, 20 * 2 + 2 * 5}};
    const Vector<> zero{{0, 0}}, b{{100, -50}};
    check("a row of the result is a sample", XW, "layer", layer, X, W, zero);
    const Matrix<> with_b{{XW(0, 0) + b(0), XW(0, 1) + b(1)}, {XW(1, 0) + b(0), XW(1, 1) + b(1)}};
    check("a bias belongs to a neuron", with_b, "layer", layer, X, W, b);
    check("any number of samples will do", Matrix<>{{1}, {2}, {3}}, "layer", layer, Matrix<>{{0}, {1}, {2}},
          Matrix<>{{1}}, Vector<>{{1}});
}
