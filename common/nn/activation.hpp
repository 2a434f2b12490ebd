/// @file
/// Activation functions and their derivatives, for numbers and, element by element, for arrays.
///
/// Left out: backward passes through arrays; they come with training.
/// @chapter{4}
#pragma once

#include "nn/fast.hpp"

#include <Eigen/Core>

#include <cmath>
#include <concepts>
#include <numbers>
#include <utility>

/// Layers of neural networks on Eigen. One sample is one row; a weight matrix has the shape (n_in, n_out).
namespace nn {

/// Rectified linear unit, max(0, x) (Nair and Hinton, 2010). NaN stays NaN.
/// @chapter{2}
template <std::floating_point T>
T relu(T x)
{
    return x <= 0 ? T(0) : x;
}

/// Slope of relu: 0 for x <= 0, 1 for x > 0. At 0, where the function has a kink, we take 0, as is usual.
template <std::floating_point T>
T relu_derivative(T x)
{
    return x > 0 ? T(1) : T(0);
}

/// The inner function of the tanh form of GELU: u(x) = sqrt(2 / pi) (x + 0.044715 x^3).
template <std::floating_point T>
T gelu_inner(T x)
{
    return std::sqrt(T(2) / std::numbers::pi_v<T>) * (x + T(0.044715) * x * x * x);
}

/// Gaussian error linear unit, tanh form: 0.5 x (1 + tanh u(x)) (Hendrycks and Gimpel, Gaussian Error Linear Units,
/// 2016). Written as x / (1 + exp(-2u)), which is the same function and keeps its digits where tanh u is almost -1.
/// gelu(-inf) is NaN, as in NumPy's formula.
// [gelu]
template <std::floating_point T>
T gelu(T x)
{
    return x / (1 + std::exp(-2 * gelu_inner(x)));
}
// [/gelu]

/// Slope of gelu by the product rule: `s + x s (1 - s) 2 u'(x)` with s = 1 / (1 + e), e = exp(-2u). 1 - s is written as
/// e s, which keeps its digits where s is almost 1.
template <std::floating_point T>
T gelu_derivative(T x)
{
    const T e = std::exp(-2 * gelu_inner(x)), s = 1 / (1 + e);
    if (s == 0 || e == 0) return s;  // far out, where the second term is 0, though u' may be infinite
    const T inner_slope = std::sqrt(T(2) / std::numbers::pi_v<T>) * (1 + 3 * T(0.044715) * x * x);
    return s + x * s * (e * s) * 2 * inner_slope;
}

/// Gaussian error linear unit, exact form: x Phi(x), where Phi(x) = 0.5 (1 + erf(x / sqrt 2)) is the distribution
/// function of the standard normal distribution (Hendrycks and Gimpel, 2016). Written with erfc, which keeps its
/// digits where erf is almost -1. gelu_exact(-inf) is NaN, as in NumPy's formula.
template <std::floating_point T>
T gelu_exact(T x)
{
    return T(0.5) * x * std::erfc(-x / std::numbers::sqrt2_v<T>);
}

/// Slope of gelu_exact: Phi(x) + x phi(x), where phi is the density of the standard normal distribution.
template <std::floating_point T>
T gelu_exact_derivative(T x)
{
    const T density = std::exp(-x * x / 2) * std::numbers::inv_sqrtpi_v<T> / std::numbers::sqrt2_v<T>;
    return T(0.5) * std::erfc(-x / std::numbers::sqrt2_v<T>) + x * density;
}

/// relu of each element of x; the shape stays.
template <class Derived>
typename Derived::PlainObject relu(const Eigen::MatrixBase<Derived>& x)
{
    return x.unaryExpr([](typename Derived::Scalar v) { return relu(v); });
}

/// relu_derivative of each element of x; the shape stays.
template <class Derived>
typename Derived::PlainObject relu_derivative(const Eigen::MatrixBase<Derived>& x)
{
    return x.unaryExpr([](typename Derived::Scalar v) { return relu_derivative(v); });
}

/// gelu of each element of x; the shape stays.
template <class Derived>
typename Derived::PlainObject gelu(const Eigen::MatrixBase<Derived>& x)
{
    if constexpr (fast::has<typename Derived::Scalar>) return fast::gelu(x);
    else return x.unaryExpr([](typename Derived::Scalar v) { return gelu(v); });
}

/// The same for an array that nobody else needs, such as what a layer just gave: it becomes the result.
template <class T, int rows, int columns, int order>
    requires fast::has<T>
Eigen::Matrix<T, rows, columns, order> gelu(Eigen::Matrix<T, rows, columns, order>&& x)
{
    fast::gelu(x.data(), x.data(), x.size());
    return std::move(x);
}

/// gelu_derivative of each element of x; the shape stays.
template <class Derived>
typename Derived::PlainObject gelu_derivative(const Eigen::MatrixBase<Derived>& x)
{
    return x.unaryExpr([](typename Derived::Scalar v) { return gelu_derivative(v); });
}

/// gelu_exact of each element of x; the shape stays.
template <class Derived>
typename Derived::PlainObject gelu_exact(const Eigen::MatrixBase<Derived>& x)
{
    return x.unaryExpr([](typename Derived::Scalar v) { return gelu_exact(v); });
}

/// gelu_exact_derivative of each element of x; the shape stays.
template <class Derived>
typename Derived::PlainObject gelu_exact_derivative(const Eigen::MatrixBase<Derived>& x)
{
    return x.unaryExpr([](typename Derived::Scalar v) { return gelu_exact_derivative(v); });
}

}  // namespace nn
