#include "check.hpp"

using numpy::Matrix;

Matrix<> softmax(const Matrix<>& logits);

int main()
{
    // With the logits ln 1, ln 2 and ln 5 the probabilities are 1 to 2 to 5.
    const double ln2 = std::log(2.0), ln5 = std::log(5.0);
    check("one sample becomes probabilities", Matrix<>{{1 / 8.0, 2 / 8.0, 5 / 8.0}}, "softmax", softmax,
          Matrix<>{{0, ln2, ln5}});
    check("each sample is normalised by itself", Matrix<>{{1 / 3.0, 2 / 3.0}, {5 / 6.0, 1 / 6.0}}, "softmax", softmax,
          Matrix<>{{0, ln2}, {ln5, 0}});
    check("large logits do not overflow", Matrix<>{{1 / 3.0, 2 / 3.0}}, "softmax", softmax,
          Matrix<>{{1000, 1000 + ln2}});
    check("a large sample leaves a small one alone", Matrix<>{{1 / 2.0, 1 / 2.0}, {1 / 3.0, 2 / 3.0}}, "softmax",
          softmax, Matrix<>{{1000, 1000}, {0, ln2}});
}
