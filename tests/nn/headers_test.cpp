// The headers without fast.cpp, as an exercise or a page's widget uses them: not linked, NN_FAST not defined.
#include "catch.hpp"
#include "nn/mlp.hpp"
#include "nn/softmax.hpp"

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
