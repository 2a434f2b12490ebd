// The headers without fast.cpp, as an exercise or a page's widget uses them: not linked, NN_FAST not defined.
#include "catch.hpp"
#include "nn/mlp.hpp"
#include "nn/softmax.hpp"

#include <limits>

#ifdef NN_FAST
#error "this test is about the headers alone"
#endif

TEST_CASE("headers alone: a network and softmax compute what they say")
{
    const nn::MLP<> mlp(nn::Linear<>(nn::Matrix<>{{1, 0}, {0, -1}}, nn::Vector<>{{0.5, 100}}),
                        nn::Linear<>(nn::Matrix<>{{2}, {1}}, nn::Vector<>{{1}}));
    nn::use_threads(2);  // changes nothing
    CHECK_THAT(mlp.forward(nn::Vector<>{{0.5, 10}})(0), WithinAbs(2 * nn::gelu(1.0) + 90 + 1, 1e-13));
    CHECK_THAT(mlp.forward(nn::Matrix<>{{0.5, 10}, {0.5, 20}})(1, 0), WithinAbs(2 * nn::gelu(1.0) + 80 + 1, 1e-13));
    CHECK(nn::softmax(nn::Matrix<float>{{0, 0}, {1, 1}}) == nn::Matrix<float>{{0.5f, 0.5f}, {0.5f, 0.5f}});
}

TEST_CASE("headers alone: softmax of empty rows, of the largest numbers, of infinities and NaN")
{
    constexpr double inf = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(nn::softmax(nn::Matrix<>(3, 0)).rows() == 3);
    CHECK(nn::softmax(nn::Vector<>{{1e308, -1e308}}) == nn::Vector<>{{1, 0}});
    CHECK(nn::softmax(nn::Vector<>{{-inf, 0, 0}}) == nn::Vector<>{{0, 0.5, 0.5}});
    const nn::Matrix<> probs = nn::softmax(nn::Matrix<>{{nan, 1}, {inf, 1}, {-inf, -inf}, {2, 2}});
    CHECK(probs.topRows(3).array().isNaN().all());
    CHECK(probs.row(3) == nn::Vector<>{{0.5, 0.5}});
}
