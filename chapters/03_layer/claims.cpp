// The article's claims about a layer, by id (README.md lists them).
#include "claims.hpp"
#include "nn/activation.hpp"
#include "nn/linear.hpp"
#include "numpy/print.hpp"

using nn::Linear;
using numpy::Matrix;
using numpy::round;
using numpy::to_string;
using numpy::Vector;

namespace {

const Vector<> inputs{{0.5, -0.3, 0.8}};

Linear<> layer() { return {numpy::RandomState(42).randn(3, 4) * 0.5, Vector<>::Zero(4)}; }

}  // namespace

TEST_CASE("3.1 the shapes are (3,) and (3, 4) and (4,)")
{
    CHECK(numpy::shape(inputs) == "(3,)");
    CHECK(numpy::shape(layer().W) == "(3, 4)");
    CHECK(numpy::shape(layer().forward(inputs)) == "(4,)");
    // The article's listing prints this and nothing else; the program prints more below it.
    CHECK(output().starts_with("Input shape:   (3,)\n"
                               "Weights shape: (3, 4)\n"
                               "Output shape:  (4,)\n"
                               "\n"
                               "Before ReLU (z): [-0.0285  0.2176 -0.2603  0.0794]\n"
                               "After ReLU  (a): [0.     0.2176 0.     0.0794]\n"
                               "\n"));
}

TEST_CASE("3.2 z is -0.0285 and 0.2176 and -0.2603 and 0.0794 from the seed 42")
{
    // The weights, bit for bit as np.random.seed(42); np.random.randn(3, 4) * 0.5 gives them.
    const Matrix<> W{{0x1.fca2a28a9307cp-3, -0x1.1b2a505de052ap-4, 0x1.4b9dd50245e68p-2, 0x1.85e548e01aa2bp-1},
                     {-0x1.df8bcdf57a640p-4, -0x1.df8332670db3bp-4, 0x1.94474a8407408p-1, 0x1.88ed346f0d7f3p-2},
                     {-0x1.e0bde4b799e8bp-3, 0x1.15ca6e16a2d7dp-2, -0x1.da8a2aec11b70p-3, -0x1.dce842b16efe7p-3}};
    CHECK(layer().W == W);
    CHECK_THAT(output(), ContainsSubstring("\n" + to_string(W) + "\n"));

    const Vector<> z = layer().forward(inputs);
    const char* printed[] = {"-0.0285", "0.2176", "-0.2603", "0.0794"};
    const double numpys[] = {-0x1.d2c03679606d8p-6, 0x1.bd99ca029b52dp-3, -0x1.0a93202c82164p-2, 0x1.4504e045a8c14p-4};
    for (int j = 0; j < 4; ++j) {
        CHECK_THAT(z(j), RoundsTo(printed[j]));
        CHECK_THAT(z(j), WithinRel(numpys[j], 1e-14));  // three products may be added in another order
    }
    CHECK(to_string(round(z, 4)) == "[-0.0285  0.2176 -0.2603  0.0794]");
    CHECK_THAT(z(0), RoundsTo("-0.02849"));  // so with three digits it is not the -0.029 of the rounded weights
    CHECK_THAT(z(0), RoundsTo("-0.028"));
}

TEST_CASE("3.3 a is 0 and 0.2176 and 0 and 0.0794")
{
    const Vector<> a = nn::relu(layer().forward(inputs));
    CHECK(a(0) == 0.0);
    CHECK_THAT(a(1), RoundsTo("0.2176"));
    CHECK(a(2) == 0.0);
    CHECK_THAT(a(3), RoundsTo("0.0794"));
    CHECK(to_string(round(a, 4)) == "[0.     0.2176 0.     0.0794]");
}

TEST_CASE("3.4 two of the four neurons are clipped to 0")
{
    const Vector<> z = layer().forward(inputs), a = nn::relu(z);
    CHECK((z.array() < 0).count() == 2);
    CHECK((a.array() == 0).count() == 2);
    CHECK_THAT(output(), ContainsSubstring("clipped to 0: 2 of 4\n"));
}

TEST_CASE("3.5 one matrix product equals four separate neurons")
{
    const Vector<> z = layer().forward(inputs);
    for (int j = 0; j < 4; ++j) {
        const Linear<> neuron(layer().W.col(j), Vector<>{{0.0}});
        CHECK_THAT(neuron.forward(inputs)(0), WithinAbs(z(j), 1e-15));  // three products may be added in another order
        CHECK_THAT(output(), ContainsSubstring(text("neuron %d: z = %7.4f  a = %.4f\n", j, z(j), nn::relu(z(j)))));
    }

    // A batch is so many single samples, and the biases go to the neurons.
    const Matrix<> batch{{0.5, -0.3, 0.8}, {0.0, 0.0, 0.0}, {-0.5, 0.3, -0.8}};
    const Linear<> biased(layer().W, Vector<>{{0.1, 0.2, 0.3, 0.4}});
    const Matrix<> batch_z = biased.forward(batch);
    for (int i = 0; i < 3; ++i) CHECK(batch_z.row(i).isApprox(biased.forward(batch.row(i)), 1e-14));
    CHECK_THAT(output(), ContainsSubstring("\n" + to_string(round(batch_z, 4)) + "\n"));
}
