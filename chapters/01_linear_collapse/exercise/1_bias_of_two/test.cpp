#include "check.hpp"

using numpy::Matrix;
using numpy::Vector;

Vector<> bias_of_two(const Vector<>& b1, const Matrix<>& W2, const Vector<>& b2);

int main()
{
    const Matrix<> square{{1, -2}, {3, 5}};
    const Vector<> zero{{0, 0}}, b1{{10, -1}}, b2{{7, -1}};
    check("b2 stays as it is", b2, "bias_of_two", bias_of_two, zero, square, b2);
    check("b1 goes through the second layer", Vector<>{{10 * 1 - 1 * 3 + 7, -10 * 2 - 1 * 5 - 1}}, "bias_of_two",
          bias_of_two, b1, square, b2);
    check("the layers may have different sizes", Vector<>{{1 * 2 + 3 * 4 + 5 * 6 + 8}}, "bias_of_two", bias_of_two,
          Vector<>{{1, 3, 5}}, Matrix<>{{2}, {4}, {6}}, Vector<>{{8}});
}
