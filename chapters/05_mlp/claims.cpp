// The article's claims about the MLP, by id (README.md lists them).
#include "claims.hpp"
#include "nn/mlp.hpp"
#include "nn/softmax.hpp"
#include "numpy/print.hpp"

#include <algorithm>
#include <cmath>

using nn::MLP;
using numpy::round;
using numpy::shape;
using numpy::to_string;
using numpy::Vector;

namespace {

const MLP<> mlp(64, 256, 10, 0);
const Vector<> embedding = numpy::RandomState(0).randn(64) * 0.1;
const Vector<> logits = mlp.forward(embedding);
const Vector<> probs = nn::softmax(logits);

}  // namespace

TEST_CASE("5.1 the hidden layer is 4 times the embedding")
{
    CHECK(mlp.layer1.W.rows() == 64);
    CHECK(mlp.layer1.W.cols() == 256);
    CHECK(4 * 64 == 256);
    CHECK(4 * 4096 == 16384);
}

TEST_CASE("5.2 the shapes are (64,) and (256,) and (10,)")
{
    CHECK(shape(embedding) == "(64,)");
    CHECK(shape(mlp.layer1.forward(embedding)) == "(256,)");
    CHECK(shape(logits) == "(10,)");
    // The article's listing prints this and nothing else; the program prints more below it.
    CHECK(output().starts_with(
        "Input (Embedding):  shape=(64,)\n"
        "Hidden Layer:       shape=(256,)  [after GELU]\n"
        "Output (Logits):    shape=(10,)\n"
        "\n"
        "Logits:  [ 0.048  0.111 -0.026  0.01  -0.063  0.035 -0.038 -0.012  0.047  0.066]\n"
        "Probs:   [0.103 0.11  0.096 0.099 0.092 0.102 0.094 0.097 0.103 0.105]\n"
        "Sum:     1.000000\n"
        "\n"
        "Total parameters: 19,210\n"
        "\n"));
}

TEST_CASE("5.3 the logits are the article's")
{
    const char* printed[] = {"0.048", "0.111", "-0.026", "0.01", "-0.063", "0.035", "-0.038", "-0.012", "0.047", "0.066"};
    for (int i = 0; i < 10; ++i) CHECK_THAT(logits(i), RoundsTo(printed[i], 3));
    CHECK(to_string(round(logits, 3)) ==
          "[ 0.048  0.111 -0.026  0.01  -0.063  0.035 -0.038 -0.012  0.047  0.066]");
    // What NumPy computes, bit for bit: the ends of the arrays it draws ...
    const double first_W1[] = {0x1.9bfe2762c06cfp-7, -0x1.b0e1975fba2e0p-7, 0x1.06512e9ed59f1p-4, 0x1.57bc98a03dd8dp-7};
    const double last_W1[] = {-0x1.fd390b26a2d14p-4, -0x1.626306b302f03p-6, -0x1.133841ac2195fp-3, -0x1.48dcf31a0f45dp-3};
    const double first_W2[] = {0x1.1b1a42096294ep-5, 0x1.5088e819d2019p-4, 0x1.0eb1ad71e633bp-5, -0x1.0ae2f84907806p-3};
    const double last_W2[] = {-0x1.4c120c829ccddp-4, -0x1.af0452ea7cf3cp-5, 0x1.06d37f79eddaep-7, 0x1.fd9390c28f634p-4};
    const double first_x[] = {0x1.694725cb7d951p-3, 0x1.47cf0c8a3a110p-5, 0x1.90e41db4f07bcp-4, 0x1.caef576384ee4p-3};
    const double last_x[] = {-0x1.137096b1ae950p-4, -0x1.268bc35ff7d52p-5, -0x1.4d10914d311ecp-4, -0x1.618aece088df8p-3};
    for (int i = 0; i < 4; ++i) {
        CHECK(mlp.layer1.W(0, i) == first_W1[i]);
        CHECK(mlp.layer1.W(63, 252 + i) == last_W1[i]);
        CHECK(mlp.layer2.W(0, i) == first_W2[i]);
        CHECK(mlp.layer2.W(255, 6 + i) == last_W2[i]);
        CHECK(embedding(i) == first_x[i]);
        CHECK(embedding(60 + i) == last_x[i]);
    }
    // ... and its logits, which its matrix product may add up in another order.
    const double numpys[] = {0x1.88e930f9190dap-5, 0x1.c813249c397adp-4, -0x1.a51e2d9eb3985p-6, 0x1.3c9de8010f8e6p-7,
                             -0x1.024dca8113193p-4, 0x1.1e95e5047da16p-5, -0x1.37fc1362f87e0p-5, -0x1.7ac16a3cf45c9p-7,
                             0x1.81270b42fd423p-5, 0x1.0d5655fd6bd65p-4};
    for (int i = 0; i < 10; ++i) CHECK_THAT(logits(i), WithinAbs(numpys[i], 1e-15));
    // The biases are 0, as the article says.
    CHECK(mlp.layer1.b == Vector<>::Zero(256));
    CHECK(mlp.layer2.b == Vector<>::Zero(10));
}

TEST_CASE("5.4 the probabilities are the article's")
{
    const char* printed[] = {"0.103", "0.11", "0.096", "0.099", "0.092", "0.102", "0.094", "0.097", "0.103", "0.105"};
    for (int i = 0; i < 10; ++i) CHECK_THAT(probs(i), RoundsTo(printed[i], 3));
    CHECK(to_string(round(probs, 3)) == "[0.103 0.11  0.096 0.099 0.092 0.102 0.094 0.097 0.103 0.105]");
}

TEST_CASE("5.5 the probabilities sum to 1.000000")
{
    CHECK_THAT(probs.sum(), RoundsTo("1.000000"));
    CHECK_THAT(output(), ContainsSubstring(text("Sum:     %.6f\n", probs.sum())));
}

TEST_CASE("5.6 the network has 19,210 parameters")
{
    CHECK(mlp.parameter_count() == 19210);
    CHECK(64 * 256 + 256 + 256 * 10 + 10 == 19210);
    CHECK(numpy::thousands(mlp.parameter_count()) == "19,210");
    CHECK_THAT(output(), ContainsSubstring("layer 1:  64 * 256 weights  " + numpy::thousands(mlp.layer1.W.size()) +
                                           ", biases  256\n"));
    CHECK_THAT(output(), ContainsSubstring("layer 2: 256 *  10 weights   " + numpy::thousands(mlp.layer2.W.size()) +
                                           ", biases   10\n"));
}

TEST_CASE("5.7 an untrained network is close to uniform")
{
    for (int i = 0; i < 10; ++i) CHECK_THAT(probs(i), WithinAbs(0.1, 0.0105));  // "near 10 %": 9.2 % to 11.0 %
    const double entropy = -(probs.array() * probs.array().log()).sum();
    CHECK(entropy < std::log(10.0));
    CHECK(entropy > 0.999 * std::log(10.0));
    CHECK_THAT(output(), ContainsSubstring(text("entropy of probs:     %.6f\n", entropy)));
    CHECK_THAT(output(), ContainsSubstring(text("uniform, ln 10:       %.6f\n", std::log(10.0))));
    CHECK_THAT(output(), ContainsSubstring(text("share:                %.2f %%\n", 100 * entropy / std::log(10.0))));
}

TEST_CASE("5.8 GELU stands only between the layers and the logits are raw")
{
    const Vector<> hidden = nn::gelu(mlp.layer1.forward(embedding));
    CHECK(logits == mlp.layer2.forward(hidden));
    CHECK((logits.array() < 0).count() == 4);
    CHECK(logits.minCoeff() < -0.06);  // and through GELU it would not be: -0.063 would become -0.030
    CHECK(nn::gelu(logits).minCoeff() > -0.031);
    double lowest = 0;  // of GELU, for any input: no logit behind a GELU could be lower
    for (int i = 0; i <= 3000; ++i) lowest = std::min(lowest, nn::gelu(-i / 1000.0));
    CHECK_THAT(lowest, RoundsTo("-0.17"));
    CHECK_THAT(output(), ContainsSubstring("Negative logits:      4 of 10\n"));
    CHECK_THAT(output(), ContainsSubstring(text("from %.4f to %.4f, %d of 256 below 0\n", hidden.minCoeff(),
                                                hidden.maxCoeff(), static_cast<int>((hidden.array() < 0).count()))));
}

TEST_CASE("5.9 softmax makes probabilities of logits and a constant added to all changes nothing")
{
    CHECK(probs.minCoeff() > 0);
    for (int i = 0; i < 10; ++i)
        for (int j = 0; j < 10; ++j) CHECK((logits(i) < logits(j)) == (probs(i) < probs(j)));
    for (double shift : {-1000.0, -1.0, 1.0, 1000.0}) {
        const Vector<> shifted = logits.array() + shift;
        CHECK(nn::softmax(shifted).isApprox(probs, 1e-12));  // 1000 + 0.048 keeps 13 decimals
    }
    CHECK_THAT(output(), ContainsSubstring("All logits + 1000\nProbs:   " + to_string(round(probs, 3)) + "\n"));
}
