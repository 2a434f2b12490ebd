/// @file
/// What the build compiles once for all programs, so that a changed program is on the screen within a second.
///
/// No source includes this file: where the build precompiles headers (see CMakeLists.txt), every compilation begins with
/// it. The headers of common/ do not need it, and mean the same without it. It includes none of them either, so that a
/// change in one of them costs no new precompiled header. The definitions are in compiled.cpp and
/// compiled_products.cpp.
#pragma once

#include <Eigen/Core>

#include <string>

/// The arrays of numpy/array.hpp by their full names.
namespace compiled {

using Vector = Eigen::Matrix<double, 1, Eigen::Dynamic, Eigen::RowMajor>;
using IntVector = Eigen::Matrix<int, 1, Eigen::Dynamic, Eigen::RowMajor>;
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using IntMatrix = Eigen::Matrix<int, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Row = Eigen::Block<const Matrix, 1, Eigen::Dynamic, true>;
using IntRow = Eigen::Block<const IntMatrix, 1, Eigen::Dynamic, true>;

// Of the types of Eigen's expressions, each of which costs a compilation about 10 ms, the most common are known from here.
extern const Vector v;
extern const IntVector n;
extern const Matrix m;
extern const IntMatrix k;
static_assert(sizeof(v + v) && sizeof(v * 0.5) && sizeof(v / 2.0) && sizeof(v == v) && sizeof(v.array() + 0.5) &&
              sizeof(v.array() < 0) && sizeof((v.array() - 0.5).exp()) && sizeof(v.array() * v.array().log()));
static_assert(sizeof(v * m + v) && sizeof(m * m) && sizeof((m * m).rowwise() + v) && sizeof(m * 0.5) &&
              sizeof(m.transpose()) && sizeof(m.row(0)) && sizeof(v.Zero(1)) && sizeof(Eigen::Matrix3d().inverse()));
static_assert(sizeof(n + n) && sizeof(n.Zero(1)) && sizeof(n == n) && sizeof(n.cast<double>()) &&
              sizeof(k.row(0).cast<double>()));

}  // namespace compiled

// `matrix * matrix` and `vector * matrix` are half of the compile time of a program that has them.
namespace Eigen::internal {

using MatrixProduct = generic_product_impl<compiled::Matrix, compiled::Matrix, DenseShape, DenseShape, GemmProduct>;
using VectorProduct = generic_product_impl<compiled::Vector, compiled::Matrix, DenseShape, DenseShape, GemvProduct>;

template <>
template <>
void MatrixProduct::evalTo(compiled::Matrix& result, const compiled::Matrix& a, const compiled::Matrix& b);

template <>
template <>
void MatrixProduct::evalTo(Eigen::MatrixXd& result, const compiled::Matrix& a, const compiled::Matrix& b);

template <>
template <>
void VectorProduct::scaleAndAddTo(compiled::Vector& sum, const compiled::Vector& x, const compiled::Matrix& W,
                                  const double& factor);

template <class A, class Result, int size>
struct compute_inverse;  // of <Eigen/LU>
template <>
struct compute_inverse<Matrix3d, Matrix3d, 3> {
    static void run(const Matrix3d& a, Matrix3d& result);
};

}  // namespace Eigen::internal

namespace numpy {

template <class Derived>
std::string shape(const Eigen::EigenBase<Derived>&);
template <class Derived>
typename Derived::PlainObject round(const Eigen::MatrixBase<Derived>&, int decimals);
template <class Derived>
std::string to_string(const Eigen::MatrixBase<Derived>&);

extern template std::string shape(const Eigen::EigenBase<compiled::Vector>&);
extern template std::string shape(const Eigen::EigenBase<compiled::Matrix>&);
extern template compiled::Vector round(const Eigen::MatrixBase<compiled::Vector>&, int);
extern template compiled::Matrix round(const Eigen::MatrixBase<compiled::Matrix>&, int);
extern template std::string to_string(const Eigen::MatrixBase<compiled::Vector>&);
extern template std::string to_string(const Eigen::MatrixBase<compiled::Matrix>&);
extern template std::string to_string(const Eigen::MatrixBase<compiled::Row>&);
extern template std::string to_string(const Eigen::MatrixBase<compiled::IntVector>&);
extern template std::string to_string(const Eigen::MatrixBase<compiled::IntMatrix>&);
extern template std::string to_string(const Eigen::MatrixBase<compiled::IntRow>&);

}  // namespace numpy

namespace nn {

template <class Derived>
typename Derived::PlainObject relu(const Eigen::MatrixBase<Derived>&);
template <class Derived>
typename Derived::PlainObject gelu(const Eigen::MatrixBase<Derived>&);

extern template compiled::Vector relu(const Eigen::MatrixBase<compiled::Vector>&);
extern template compiled::Matrix relu(const Eigen::MatrixBase<compiled::Matrix>&);
extern template compiled::Vector gelu(const Eigen::MatrixBase<compiled::Vector>&);
extern template compiled::Matrix gelu(const Eigen::MatrixBase<compiled::Matrix>&);

}  // namespace nn
