// Linear and MLP.
#include "catch.hpp"
#include "nn/mlp.hpp"
#include "nn/softmax.hpp"

#include <cmath>

using nn::Linear;
using nn::Matrix;
using nn::MLP;
using nn::Vector;

TEST_CASE("Linear: forward is x W + b, for a sample and for a batch")
{
    const Linear<> layer(Matrix<>{{1, 2, 3}, {4, 5, 6}}, Vector<>{{10, 20, 30}});
    CHECK(layer.forward(Vector<>{{1, -1}}) == Vector<>{{7, 17, 27}});
    CHECK(layer.forward(Matrix<>{{1, -1}, {0, 0}, {2, 1}}) == Matrix<>{{7, 17, 27}, {10, 20, 30}, {16, 29, 42}});
    CHECK(layer.forward(Matrix<>(0, 2)).cols() == 3);
    CHECK(layer.forward(Vector<>{{1, -1}} * 2.0) == Vector<>{{4, 14, 24}});
    CHECK(layer.parameter_count() == 9);
}

TEST_CASE("Linear: the biases belong to the neurons, not to the samples")
{
    const Linear<> layer(Matrix<>{{0, 0}, {0, 0}}, Vector<>{{1, 2}});
    CHECK(layer.forward(Matrix<>{{5, 6}, {7, 8}}) == Matrix<>{{1, 2}, {1, 2}});
}

TEST_CASE("Linear: from a seed, the weights are default_rng's and the biases 0")
{
    const Linear<> layer(3, 4, 42);
    CHECK(layer.W == numpy::default_rng(42).normal(0.0, 0.1, 3, 4));
    CHECK(layer.b == Vector<>::Zero(4));
    CHECK(Linear<float>(3, 4, 42).W == layer.W.cast<float>());
}

TEST_CASE("Linear: a shape that does not fit throws with both shapes")
{
    CHECK_THROWS_WITH(Linear<>(Matrix<>(3, 4), Vector<>(3)),
                      ContainsSubstring("b (3,) does not fit W (3, 4)") && ContainsSubstring("4 neurons"));
    Linear<> layer(3, 4, 0);
    CHECK_THROWS_AS(layer.forward(Vector<>(2)), std::invalid_argument);
    CHECK_THROWS_WITH(layer.forward(Vector<>(2)),
                      ContainsSubstring("x (2,) does not fit W (3, 4)") && ContainsSubstring("needs 3 values"));
    CHECK_THROWS_WITH(layer.forward(Matrix<>(5, 4)), ContainsSubstring("x (5, 4) does not fit W (3, 4)"));
    CHECK_THROWS_WITH(layer.forward(Eigen::VectorXd(3)), ContainsSubstring("x (3, 1) does not fit W (3, 4)"));
    layer.b = Vector<>::Zero(3);  // parameters are public: forward looks again
    CHECK_THROWS_WITH(layer.forward(Vector<>(3)), ContainsSubstring("b (3,) does not fit W (3, 4)"));
    CHECK_THROWS_AS(Linear<>(-1, 4, 0), std::invalid_argument);
    CHECK_THROWS_AS(Linear<>(4, -1, 0), std::invalid_argument);
}

TEST_CASE("Linear: without inputs only the biases remain")
{
    const Linear<> layer(Matrix<>(0, 2), Vector<>{{1, 2}});
    CHECK(layer.forward(Vector<>(0)) == Vector<>{{1, 2}});
}

TEST_CASE("MLP: forward is Linear, gelu, Linear, and nothing after")
{
    const MLP<> mlp(3, 5, 2, 7);
    const Matrix<> x = numpy::RandomState(0).randn(4, 3);
    const Matrix<> hidden = nn::gelu(x * Linear<>(3, 5, 7).W);
    CHECK(mlp.forward(x).isApprox(hidden * Linear<>(5, 2, 8).W, 1e-15));
    const Vector<> one = x.row(2);
    CHECK(mlp.forward(one).isApprox(mlp.forward(x).row(2), 1e-15));
    CHECK(mlp.parameter_count() == 3 * 5 + 5 + 5 * 2 + 2);
}

TEST_CASE("MLP: biases are added in both layers")
{
    const MLP<> mlp(Linear<>(Matrix<>{{0.0}}, Vector<>{{100.0}}), Linear<>(Matrix<>{{2.0}}, Vector<>{{1.0}}));
    CHECK(mlp.forward(Vector<>{{5.0}})(0) == 201.0);  // gelu(100) is 100
}

TEST_CASE("MLP: the default seed is 0, and float is the double network rounded")
{
    CHECK(MLP<>(4, 8, 3).layer2.W == Linear<>(8, 3, 1).W);
    const Vector<> x = numpy::RandomState(0).randn(4);
    CHECK(MLP<float>(4, 8, 3).forward(x.cast<float>()).cast<double>().isApprox(MLP<>(4, 8, 3).forward(x), 1e-6));
}

TEST_CASE("MLP: a shape that does not fit throws with both shapes")
{
    CHECK_THROWS_WITH(MLP<>(Linear<>(3, 5, 0), Linear<>(4, 2, 0)),
                      ContainsSubstring("layer1.W (3, 5) does not fit layer2.W (4, 2)"));
    CHECK_THROWS_WITH(MLP<>(3, 5, 2).forward(Vector<>(5)), ContainsSubstring("x (5,) does not fit W (3, 5)"));
    CHECK_THROWS_AS(MLP<>(3, -5, 2), std::invalid_argument);
}
