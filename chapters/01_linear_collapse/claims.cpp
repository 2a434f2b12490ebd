// The article's claims about linear layers, by id (README.md lists them).
#include "claims.hpp"
#include "nn/activation.hpp"
#include "nn/linear.hpp"
#include "numpy/print.hpp"

#include <vector>

using nn::Linear;
using numpy::Matrix;
using numpy::Vector;

namespace {

Linear<> random_layer(int n_in, int n_out, unsigned seed)
{
    numpy::RandomState random(seed);
    return {random.randn(n_in, n_out), random.randn(n_out)};
}

Linear<> collapse(const Linear<>& first, const Linear<>& second)
{
    return {first.W * second.W, first.b * second.W + second.b};
}

}  // namespace

TEST_CASE("1.1 two linear layers equal one with the product of the weights")
{
    for (int n_in : {1, 3, 64})
        for (int n_hidden : {1, 2, 256})
            for (int n_out : {1, 5, 10}) {
                INFO(n_in << " to " << n_hidden << " to " << n_out);
                const Linear<> first = random_layer(n_in, n_hidden, 1), second = random_layer(n_hidden, n_out, 2);
                const Vector<> x = numpy::RandomState(3).randn(n_in);
                const Vector<> through = second.forward(first.forward(x));
                // 1e-12: the two orders of summation round differently, about 256 times 1e-16 of the terms' size.
                CHECK(collapse(first, second).forward(x).isApprox(through, 1e-12));

                // As the article writes it, with columns: W2 (W1 x + b1) + b2 = (W2 W1) x + (W2 b1 + b2).
                const Matrix<> W1 = first.W.transpose(), W2 = second.W.transpose();
                const Eigen::VectorXd c = x.transpose(), b1 = first.b.transpose(), b2 = second.b.transpose();
                const Eigen::VectorXd left = W2 * (W1 * c + b1) + b2, right = (W2 * W1) * c + (W2 * b1 + b2);
                CHECK(left.isApprox(right, 1e-12));
                CHECK(left.isApprox(through.transpose(), 1e-12));
            }

    // The program's own layers, through the library's.
    const Linear<> first(Matrix<>{{2, 0, 1}, {-1, 1, 0}}, Vector<>{{1, 0, -1}});
    const Linear<> second(Matrix<>{{1, 2}, {0, 1}, {3, -1}}, Vector<>{{0, -1}});
    const Linear<> both = collapse(first, second);
    const Vector<> x{{3, 2}};
    CHECK(second.forward(first.forward(x)) == Vector<>{{11, 9}});
    CHECK(both.forward(x) == Vector<>{{11, 9}});
    CHECK_THAT(output(), ContainsSubstring("after layer 1:     " + numpy::to_string(first.forward(x)) + "\n"));
    CHECK_THAT(output(), ContainsSubstring("after layer 2:     [11.  9.]\n"));
    CHECK_THAT(output(), ContainsSubstring("W1 W2:\n" + numpy::to_string(both.W) + "\n"));
    CHECK_THAT(output(), ContainsSubstring("b1 W2 + b2:        " + numpy::to_string(both.b) + "\n"));
    CHECK_THAT(output(), ContainsSubstring("x through the one: [11.  9.]\n"));
}

TEST_CASE("1.2 any number of linear layers equals one")
{
    for (int depth : {1, 2, 10, 50}) {
        INFO(depth << " layers");
        Linear<> one(Matrix<>::Identity(6, 6), Vector<>::Zero(6));
        const Vector<> x = numpy::RandomState(0).randn(6);
        Vector<> through = x;
        for (int i = 0; i < depth; ++i) {
            Linear<> layer = random_layer(6, 6, static_cast<unsigned>(i));
            layer.W *= 0.4;  // keeps the numbers near 1
            through = layer.forward(through);
            one = collapse(one, layer);
        }
        CHECK(one.forward(x).isApprox(through, 1e-12));  // rounding of `depth` products
    }
    CHECK_THAT(output(), ContainsSubstring("layer by layer:    [ 0.5422 -2.1086]\nas one layer of 6: [ 0.5422 -2.1086]\n"));
}

TEST_CASE("1.3 a nonlinearity between two layers cannot be matched by any affine map")
{
    // An affine map f satisfies f(p) + f(q) = 2 f((p + q) / 2) for all p and q. One pair that does not is a proof.
    const Linear<> first(Matrix<>{{2.0}}, Vector<>{{1.0}}), second(Matrix<>{{-3.0}}, Vector<>{{2.0}});
    const auto straight = [&](double x) { return second.forward(first.forward(Vector<>{{x}}))(0); };
    const auto bent = [&](double x) { return second.forward(nn::relu(first.forward(Vector<>{{x}})))(0); };
    CHECK(straight(-1) + straight(1) == 2 * straight(0));
    CHECK(bent(-1) + bent(1) == -5);
    CHECK(2 * bent(0) == -2);
    CHECK_THAT(output(), ContainsSubstring(text("without ReLU: %4.1f + %4.1f", straight(-1), straight(1))));
    CHECK_THAT(output(), ContainsSubstring(text("with ReLU:    %4.1f + %4.1f", bent(-1), bent(1))));

    // With GELU, too, and in more dimensions.
    const Linear<> wide = random_layer(3, 8, 1), narrow = random_layer(8, 2, 2);
    const Vector<> p{{1, -2, 3}}, q{{-4, 1, 0}}, middle = (p + q) / 2;
    const auto f = [&](const Vector<>& x) { return narrow.forward(nn::gelu(wide.forward(x))); };
    CHECK_FALSE((f(p) + f(q)).isApprox(2 * f(middle), 0.01));
}

TEST_CASE("1.4 a stack of linear layers has a flat decision boundary")
{
    const std::vector<Linear<>> stack = {random_layer(5, 9, 1), random_layer(9, 7, 2), random_layer(7, 1, 3)};
    const auto score = [&](const Vector<>& x) {
        Vector<> values = x;
        for (const Linear<>& layer : stack) values = layer.forward(values);
        return values(0);
    };
    // Points of the boundary: on the line from p to q, where the score, linear along it, is 0.
    numpy::RandomState random(4);
    const auto boundary_point = [&] {
        for (;;) {
            const Vector<> p = random.randn(5) * 3, q = random.randn(5) * 3;
            const double sp = score(p), sq = score(q);
            if (sp * sq < 0) return Vector<>(p + (q - p) * (sp / (sp - sq)));
        }
    };
    for (int i = 0; i < 100; ++i) {
        const Vector<> a = boundary_point(), b = boundary_point(), c = boundary_point();
        CHECK_THAT(score(a), WithinAbs(0, 1e-12));  // rounding of scores of size 10
        for (double t : {-2.0, 0.3, 5.0})           // the whole plane through a, b and c lies on it
            CHECK_THAT(score(a + t * (b - a) + 0.7 * (c - a)), WithinAbs(0, 1e-11));
    }
}

TEST_CASE("1.5 erratum: one weighted sum tells the article's cat from its dogs")
{
    // pointed ears, small, long legs; what the article leaves open for the dogs' legs is tried both ways.
    const Linear<> line(Matrix<>{{1.0}, {1.0}, {0.0}}, Vector<>{{-1.5}});
    const double cat = line.forward(Vector<>{{1, 1, 1}})(0);
    CHECK(cat == 0.5);
    for (double long_legs : {0.0, 1.0}) {
        CHECK(line.forward(Vector<>{{1, 0, long_legs}})(0) == -0.5);  // German shepherd
        CHECK(line.forward(Vector<>{{0, 1, long_legs}})(0) == -0.5);  // dachshund
    }
    CHECK_THAT(output(), ContainsSubstring("cat        [1. 1. 1.]   0.5  cat\n"));

    // XOR really is beyond a weighted sum: on both diagonals of the square it has the same total, so it cannot be
    // above 0 on one whole diagonal and at most 0 on the other.
    numpy::RandomState random(0);
    for (int i = 0; i < 1000; ++i) {
        const Linear<> sum(random.randn(2, 1), random.randn(1));
        const auto s = [&](double x1, double x2) { return sum.forward(Vector<>{{x1, x2}})(0); };
        CHECK_THAT(s(0, 0) + s(1, 1), WithinAbs(s(0, 1) + s(1, 0), 1e-14));  // rounding of numbers of size 1
        CHECK_FALSE((s(0, 0) <= 0 && s(0, 1) > 0 && s(1, 0) > 0 && s(1, 1) <= 0));
    }
}
