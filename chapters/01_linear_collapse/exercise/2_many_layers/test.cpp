#include "check.hpp"

using numpy::Matrix;

Matrix<> weights_of_three(const Matrix<>& W1, const Matrix<>& W2, const Matrix<>& W3);

int main()
{
    const Matrix<> A{{1, 2}, {0, 1}}, B{{1, 0}, {3, 1}}, C{{2, 0}, {0, -1}};
    const Matrix<> AB{{1 * 1 + 2 * 3, 2 * 1}, {3, 1}};  // row by column, by hand
    const Matrix<> ABC{{AB(0, 0) * 2, AB(0, 1) * -1}, {AB(1, 0) * 2, AB(1, 1) * -1}};
    check("the layers follow each other in order", ABC, "weights_of_three", weights_of_three, A, B, C);
    const Matrix<> one_to_two{{1, 2}}, two_to_one{{3}, {4}}, one_to_one{{5}};
    check("the layers may have different sizes", Matrix<>{{(1 * 3 + 2 * 4) * 5.0}}, "weights_of_three",
          weights_of_three, one_to_two, two_to_one, one_to_one);
}
