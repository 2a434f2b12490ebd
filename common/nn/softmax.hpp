/// @file
/// Softmax: from scores (logits) to probabilities.
/// @chapter{5}
#pragma once

#include "nn/fast.hpp"

#include <Eigen/Core>

#include <cmath>

namespace nn {

/// The probabilities exp(x_j) / sum_k exp(x_k), each row by itself: shape (n) or (samples, n), the same as x.
///
/// The largest element of a row is subtracted first. That changes nothing in exact arithmetic and keeps exp from
/// overflowing. Defined for all input:
/// - a row without elements stays one;
/// - -inf gets the probability 0, as long as another element of its row is finite;
/// - a row with a NaN, with +inf, or with nothing but -inf has no limit one could agree on and becomes NaN throughout,
///   as in NumPy and PyTorch. Other rows are not touched.
template <class Derived>
typename Derived::PlainObject softmax(const Eigen::MatrixBase<Derived>& x)
{
    using T = typename Derived::Scalar;
    if constexpr (fast::has<T>) return fast::softmax(x);
    typename Derived::PlainObject probs = x;
    if (x.cols() == 0) return probs;
    for (Eigen::Index i = 0; i < probs.rows(); ++i) {
        const T largest = probs.row(i).maxCoeff();
        T sum = 0;
        for (Eigen::Index j = 0; j < probs.cols(); ++j) sum += probs(i, j) = std::exp(probs(i, j) - largest);
        probs.row(i) /= sum;
    }
    return probs;
}

}  // namespace nn
