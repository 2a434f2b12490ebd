#include "check.hpp"

using numpy::Matrix;
using numpy::Vector;

Vector<> layer(const Vector<>& x, const Matrix<>& W, const Vector<>& b);

int main()
{
    const Matrix<> W{{1, 2}, {3, 5}};
    const Vector<> x{{10, 1}}, zero{{0, 0}};
    check("each neuron sums its inputs", Vector<>{{10 * 1 + 1 * 3, 10 * 2 + 1 * 5}}, "layer", layer, x, W, zero);
    check("a negative sum stays negative", Vector<>{{-13, -25}}, "layer", layer, Vector<>(-x), W, zero);
    check("each neuron adds its own bias", Vector<>{{10 * 1 + 1 * 3 + 100, 10 * 2 + 1 * 5 - 50}}, "layer", layer, x, W,
          Vector<>{{100, -50}});
    const Matrix<> wide{{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}};
    const Vector<> ones = Vector<>::Ones(3);
    check("there may be more neurons than inputs", Vector<>{{15, 18, 21, 24}}, "layer", layer, ones, wide,
          Vector<>(Vector<>::Zero(4)));
}
