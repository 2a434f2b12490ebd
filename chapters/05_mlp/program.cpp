// Chapter 5: a multilayer perceptron, from an embedding to the probabilities of ten tokens.
#include "nn/activation.hpp"
#include "numpy/print.hpp"
#include "numpy/random.hpp"

#include <cmath>
#include <cstdint>
#include <cstdio>

using nn::gelu;  // chapter 4
using numpy::Matrix;
using numpy::round;
using numpy::shape;
using numpy::thousands;
using numpy::to_string;
using numpy::Vector;

// [softmax]
Vector<> softmax(const Vector<>& x)
{
    const Vector<> e = (x.array() - x.maxCoeff()).exp();
    return e / e.sum();
}
// [/softmax]

// [linear]
struct Linear {
    Matrix<> W;
    Vector<> b;

    Linear(int n_in, int n_out, std::uint64_t seed)
        : W(numpy::default_rng(seed).normal(0, 0.1, n_in, n_out)),
          b(Vector<>::Zero(n_out))
    {
    }

    Vector<> forward(const Vector<>& x) const { return x * W + b; }
};
// [/linear]

// [mlp]
struct MLP {
    Linear layer1, layer2;

    MLP(int d_model, int d_ff, int d_out, std::uint64_t seed)
        : layer1(d_model, d_ff, seed), layer2(d_ff, d_out, seed + 1)
    {
    }

    Vector<> hidden(const Vector<>& x) const { return gelu(layer1.forward(x)); }
    // No activation at the end.
    Vector<> forward(const Vector<>& x) const { return layer2.forward(hidden(x)); }
};
// [/mlp]

int main()
{
    // [forward]
    const int d_model = 64;  // size of an embedding
    const int d_ff = 256;    // size of the hidden layer: 4 * d_model
    const int d_vocab = 10;  // number of tokens

    const MLP mlp(d_model, d_ff, d_vocab, 0);
    numpy::RandomState random(0);
    const Vector<> embedding = random.randn(d_model) * 0.1;

    const Vector<> logits = mlp.forward(embedding);
    const Vector<> probs = softmax(logits);
    // [/forward]

    const Vector<> hidden = mlp.hidden(embedding);
    std::printf("Input (Embedding):  shape=%s\n", shape(embedding).c_str());
    std::printf("Hidden Layer:       shape=%s  [after GELU]\n", shape(hidden).c_str());
    std::printf("Output (Logits):    shape=%s\n", shape(logits).c_str());
    std::printf("\nLogits:  %s\n", to_string(round(logits, 3)).c_str());
    std::printf("Probs:   %s\n", to_string(round(probs, 3)).c_str());
    std::printf("Sum:     %.6f\n", probs.sum());

    // [count]
    const int weights1 = d_model * d_ff, weights2 = d_ff * d_vocab;
    const int total = weights1 + d_ff + weights2 + d_vocab;
    std::printf("\nTotal parameters: %s\n", thousands(total).c_str());

    std::printf("\nWhere they are\n");
    std::printf("layer 1: %3d * %3d weights %7s, biases %4d\n", d_model, d_ff, thousands(weights1).c_str(), d_ff);
    std::printf("layer 2: %3d * %3d weights %7s, biases %4d\n", d_ff, d_vocab, thousands(weights2).c_str(), d_vocab);
    // [/count]

    // [entropy]
    const double entropy = -(probs.array() * probs.array().log()).sum();
    std::printf("\nHow close to uniform\n");
    std::printf("entropy of probs:     %.6f\n", entropy);
    std::printf("uniform, ln 10:       %.6f\n", std::log(d_vocab));
    std::printf("share:                %.2f %%\n", 100 * entropy / std::log(d_vocab));
    // [/entropy]

    // [shift]
    const Vector<> shifted = logits.array() + 1000;
    std::printf("\nAll logits + 1000\n");
    std::printf("Probs:   %s\n", to_string(round(softmax(shifted), 3)).c_str());
    // [/shift]

    std::printf("\nNegative logits:      %d of %d\n", static_cast<int>((logits.array() < 0).count()), d_vocab);
    std::printf("Hidden values:        from %.4f to %.4f, %d of %d below 0\n", hidden.minCoeff(), hidden.maxCoeff(),
                static_cast<int>((hidden.array() < 0).count()), d_ff);
}
