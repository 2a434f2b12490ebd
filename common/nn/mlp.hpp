/// @file
/// The multilayer perceptron of a transformer block: Linear, GELU, Linear.
/// @chapter{5}
#pragma once

#include "nn/activation.hpp"
#include "nn/linear.hpp"

namespace nn {

/// Two linear layers with GELU between them and none after: the output is raw scores (logits).
template <std::floating_point T = double>
struct MLP {
    Linear<T> layer1;  ///< (d_model, d_ff), the wide hidden layer
    Linear<T> layer2;  ///< (d_ff, d_out)

    /// An MLP of two given layers.
    /// @throws std::invalid_argument when layer2 does not take as many values as layer1 gives.
    MLP(Linear<T> first, Linear<T> second) : layer1(std::move(first)), layer2(std::move(second))
    {
        if (layer1.W.cols() != layer2.W.rows())
            throw std::invalid_argument("MLP: layer1.W " + numpy::shape(layer1.W) + " does not fit layer2.W " +
                                        numpy::shape(layer2.W) + ": layer2 must take what layer1 gives");
    }

    /// An MLP like the article's: layer1 is drawn from `seed`, layer2 from `seed + 1` (which is 0 after 2^64 - 1).
    /// @throws std::invalid_argument when a size is negative.
    MLP(Eigen::Index d_model, Eigen::Index d_ff, Eigen::Index d_out, std::uint64_t seed = 0)
        : MLP(Linear<T>(d_model, d_ff, seed), Linear<T>(d_ff, d_out, seed + 1))
    {
    }

    /// gelu(x W1 + b1) W2 + b2: one sample (d_model) gives (d_out), a batch (samples, d_model) gives (samples, d_out).
    /// @throws std::invalid_argument when x does not have d_model columns.
    template <class Derived>
    auto forward(const Eigen::MatrixBase<Derived>& x) const
    {
        const auto network = [this](const auto& samples) { return layer2.forward(gelu(layer1.forward(samples))); };
        if constexpr (fast::has<T>) return fast::by_panels(x, layer2.W.cols(), network);
        else return network(x);
    }

    /// Number of weights and biases of both layers.
    Eigen::Index parameter_count() const { return layer1.parameter_count() + layer2.parameter_count(); }
};

}  // namespace nn
