/// @file
/// A linear layer, the weighted sums of a whole layer of neurons: x W + b.
/// @chapter{3}
#pragma once

#include "nn/fast.hpp"
#include "numpy/random.hpp"

#include <concepts>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

namespace nn {

using numpy::Matrix;
using numpy::Vector;

/// A linear layer with n_in inputs and n_out neurons; T is the type of its numbers.
template <std::floating_point T = double>
struct Linear {
    Matrix<T> W;  ///< weights (n_in, n_out): one column per neuron
    Vector<T> b;  ///< biases (n_out)

    /// A layer with the given weights (n_in, n_out) and biases (n_out).
    /// @throws std::invalid_argument when b does not have one element per column of W.
    Linear(Matrix<T> weights, Vector<T> biases) : W(std::move(weights)), b(std::move(biases)) { check_biases(); }

    /// A layer like the article's: weights from `default_rng(seed).normal(0, 0.1, (n_in, n_out))`, biases 0. The
    /// weights are drawn as double and rounded to T.
    /// @throws std::invalid_argument when n_in or n_out is negative.
    Linear(Eigen::Index n_in, Eigen::Index n_out, std::uint64_t seed)
        : W(numpy::default_rng(seed).normal(0.0, 0.1, n_in, n_out).template cast<T>()), b(Vector<T>::Zero(n_out))
    {
    }

    /// x W + b: one sample (n_in) gives (n_out), a batch (samples, n_in) gives (samples, n_out).
    /// @throws std::invalid_argument when x does not have one column per row of W, or b no longer fits W.
    // [forward]
    template <class Derived>
    auto forward(const Eigen::MatrixBase<Derived>& x) const
        -> Eigen::Matrix<T, Derived::RowsAtCompileTime, Eigen::Dynamic, Eigen::RowMajor>
    {
        check_biases();
        if (x.cols() != W.rows())
            throw std::invalid_argument("Linear: x " + numpy::shape(x) + " does not fit W " + numpy::shape(W) +
                                        ": a sample needs " + std::to_string(W.rows()) + " values");
        if constexpr (!fast::has<T>) return (x * W).rowwise() + b;
        else return fast::linear(x, W, b);  // the same, faster
    }
    // [/forward]

    /// Number of weights and biases.
    Eigen::Index parameter_count() const { return W.size() + b.size(); }

private:
    void check_biases() const
    {
        if (b.size() != W.cols())
            throw std::invalid_argument("Linear: b " + numpy::shape(b) + " does not fit W " + numpy::shape(W) + ": " +
                                        std::to_string(W.cols()) + " neurons need as many biases");
    }
};

}  // namespace nn
