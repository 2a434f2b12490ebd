/// @file
/// The products of Eigen that the build compiles once; see compiled.hpp.
#pragma once

#include <Eigen/Core>

/// The arrays of numpy/array.hpp by their full names.
namespace compiled {

using Vector = Eigen::Matrix<double, 1, Eigen::Dynamic, Eigen::RowMajor>;
using IntVector = Eigen::Matrix<int, 1, Eigen::Dynamic, Eigen::RowMajor>;
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using IntMatrix = Eigen::Matrix<int, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Row = Eigen::Block<const Matrix, 1, Eigen::Dynamic, true>;
using IntRow = Eigen::Block<const IntMatrix, 1, Eigen::Dynamic, true>;

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
