#include "catch.hpp"
#include "nn/softmax.hpp"
#include "numpy/random.hpp"

#include <cmath>
#include <limits>

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
using numpy::Matrix;
using numpy::Vector;

}  // namespace

TEST_CASE("softmax: equals exp over the sum of exp")
{
    const Vector<> x{{1.0, 2.0, 3.0}};
    const long double sum = std::exp(1.0L) + std::exp(2.0L) + std::exp(3.0L);
    const Vector<> probs = nn::softmax(x);
    for (int i = 0; i < 3; ++i)
        CHECK_THAT(probs(i), WithinRel(static_cast<double>(std::exp(static_cast<long double>(x(i))) / sum), 1e-15));
}

TEST_CASE("softmax: sums to 1, row by row, and each row is its own")
{
    const Matrix<> x = numpy::RandomState(1).randn(5, 7) * 3.0;
    const Matrix<> probs = nn::softmax(x);
    for (int i = 0; i < 5; ++i) {
        CHECK_THAT(probs.row(i).sum(), WithinAbs(1.0, 1e-15));
        const Vector<> alone = x.row(i);
        CHECK(probs.row(i) == nn::softmax(alone));
    }
}

TEST_CASE("softmax: a constant added to all logits changes nothing, however large")
{
    const Vector<> x{{0.5, -1.0, 2.0}};
    for (double shift : {-1e6, -700.0, 1.0, 710.0, 1e6}) {
        INFO("shift " << shift);
        const Vector<> shifted = x.array() + shift;
        CHECK(nn::softmax(shifted).isApprox(nn::softmax(x), 1e-9));  // 1e6 + 0.5 keeps about 10 decimals
    }
}

TEST_CASE("softmax: the largest numbers do not overflow")
{
    CHECK(nn::softmax(Vector<>{{1e308, -1e308}}) == Vector<>{{1.0, 0.0}});
    CHECK(nn::softmax(Vector<float>{{1e38f, 1e38f}}) == Vector<float>{{0.5f, 0.5f}});
    CHECK(nn::softmax(Vector<>{{-1e308, -1e308}}) == Vector<>{{0.5, 0.5}});
}

TEST_CASE("softmax: one element has the probability 1")
{
    CHECK(nn::softmax(Vector<>{{-3.0}}) == Vector<>{{1.0}});
}

TEST_CASE("softmax: an empty row stays empty")
{
    CHECK(nn::softmax(Vector<>(0)).size() == 0);
    CHECK(nn::softmax(Matrix<>(3, 0)).rows() == 3);
    CHECK(nn::softmax(Matrix<>(0, 3)).cols() == 3);
}

TEST_CASE("softmax: minus infinity has the probability 0")
{
    CHECK(nn::softmax(Vector<>{{-inf, 0.0, 0.0}}) == Vector<>{{0.0, 0.5, 0.5}});
}

TEST_CASE("softmax: a row with NaN, with plus infinity or with nothing but minus infinity becomes NaN, others do not")
{
    const double nan = std::nan("");
    const Matrix<> probs = nn::softmax(
        Matrix<>{{nan, 1.0}, {1.0, nan}, {inf, 1.0}, {1.0, inf}, {inf, inf}, {inf, -inf}, {-inf, -inf}, {2.0, 2.0}});
    for (int i = 0; i < 7; ++i) {
        INFO("row " << i);
        CHECK(probs.row(i).array().isNaN().all());
    }
    CHECK(probs.row(7) == Vector<>{{0.5, 0.5}});
}
