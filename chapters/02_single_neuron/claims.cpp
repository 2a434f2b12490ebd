// The article's claims about a single neuron, by id (README.md lists them).
#include "claims.hpp"
#include "nn/activation.hpp"
#include "nn/linear.hpp"
#include "numpy/print.hpp"

using nn::Linear;
using numpy::Matrix;
using numpy::to_string;
using numpy::Vector;

namespace {

const Vector<> inputs{{0.5, -0.3, 0.8}};
const Vector<> weights{{0.4, -0.7, 0.2}};
const Linear<> neuron(weights.transpose(), Vector<>{{0.1}});  // a layer of one neuron

}  // namespace

TEST_CASE("2.1 the inputs, the weights and the bias print as in the article")
{
    CHECK(to_string(inputs) == "[ 0.5 -0.3  0.8]");
    CHECK(to_string(weights) == "[ 0.4 -0.7  0.2]");
    CHECK_THAT(output(), ContainsSubstring("Inputs:    " + to_string(inputs) + "\n"));
    CHECK_THAT(output(), ContainsSubstring("Weights:   " + to_string(weights) + "\n"));
    CHECK_THAT(output(), ContainsSubstring(text("Bias:      %g\n", neuron.b(0))));
    // The article's listing prints this and nothing else; the program prints more below it.
    CHECK(output().starts_with("Inputs:    [ 0.5 -0.3  0.8]\n"
                               "Weights:   [ 0.4 -0.7  0.2]\n"
                               "Bias:      0.1\n"
                               "z = w·x + b = 0.6700\n"
                               "a = ReLU(z) = 0.6700\n"
                               "\n"));
}

TEST_CASE("2.2 z = w·x + b is 0.6700")
{
    const double z = neuron.forward(inputs)(0);
    CHECK_THAT(z, RoundsTo("0.6700"));
    CHECK_THAT(z, WithinAbs(0.5 * 0.4 + -0.3 * -0.7 + 0.8 * 0.2 + 0.1, 1e-15));  // the order of summation is free
    CHECK_THAT(output(), ContainsSubstring(text("z = w·x + b = %.4f\n", z)));
}

TEST_CASE("2.3 a = ReLU(z) is 0.6700")
{
    const double a = nn::relu(neuron.forward(inputs)(0));
    CHECK_THAT(a, RoundsTo("0.6700"));
    CHECK_THAT(output(), ContainsSubstring(text("a = ReLU(z) = %.4f\n", a)));
}

TEST_CASE("2.4 ReLU turns what is below 0 into 0 and keeps what is above")
{
    for (double x : {-1000.0, -2.0, -0.1, -1e-12}) CHECK(nn::relu(x) == 0.0);
    for (double x : {1e-12, 0.1, 0.67, 2.0, 1000.0}) CHECK(nn::relu(x) == x);
    CHECK(nn::relu(0.0) == 0.0);
    for (double x1 : {-3.0, -2.0, -1.0, 0.0, 0.5, 1.0, 2.0}) {  // the program's table
        const double z = neuron.forward(Vector<>{{x1, -0.3, 0.8}})(0);
        CHECK_THAT(output(), ContainsSubstring(text("\n%4.1f  %7.4f  %7.4f\n", x1, z, nn::relu(z))));
    }
}

TEST_CASE("2.5 zero inputs give zero without a bias and the bias with it")
{
    const Vector<> zeros = Vector<>::Zero(3);
    CHECK(neuron.forward(zeros)(0) == 0.1);
    numpy::RandomState random(0);
    for (int i = 0; i < 100; ++i) {
        const Linear<> without(random.randn(3, 1), Vector<>{{0.0}});
        CHECK(without.forward(zeros)(0) == 0.0);
    }
    CHECK_THAT(output(), ContainsSubstring("with the bias:    z = 0.1000\nwithout the bias: z = 0.0000\n"));
}
