/// @file
/// What the build compiles once of Eigen; see compiled.hpp.
///
/// Most of the compile time of a program that calculates goes into the templates behind its expressions: a product costs
/// 0.3 s, an assignment 0.1 s. For the usual ones, which stand here, that is done before.
#pragma once

#include <Eigen/Core>

#include <type_traits>

/// The arrays of numpy/array.hpp by their full names.
namespace compiled {

using Vector = Eigen::Matrix<double, 1, Eigen::Dynamic, Eigen::RowMajor>;
using IntVector = Eigen::Matrix<int, 1, Eigen::Dynamic, Eigen::RowMajor>;
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using IntMatrix = Eigen::Matrix<int, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Row = Eigen::Block<const Matrix, 1, Eigen::Dynamic, true>;
using IntRow = Eigen::Block<const IntMatrix, 1, Eigen::Dynamic, true>;

// Only for the types of expressions.
extern const Vector v;
extern const IntVector n;
extern const Matrix m;
extern const IntMatrix k;

// Expressions as they are assigned to a vector or a matrix, and as they are reduced to a number.
using Layer = std::remove_const_t<decltype(v * m + v)>;
using Layers = std::remove_const_t<decltype((m * m).rowwise() + v)>;
using ScaledMatrix = std::remove_const_t<decltype(m * 0.5)>;
using Sum = std::remove_const_t<decltype(v + v)>;
using Scaled = std::remove_const_t<decltype(v * 0.5)>;
using Divided = std::remove_const_t<decltype(v / 0.5)>;
using Shifted = std::remove_const_t<decltype(v.array() + 0.5)>;
using Exp = std::remove_const_t<decltype((v.array() - 0.5).exp())>;
using FromIntVector = std::remove_const_t<decltype(n.cast<double>())>;
using FromIntRow = std::remove_const_t<decltype(k.row(0).cast<double>())>;
using Entropy = std::remove_const_t<decltype(v.array() * v.array().log())>;
using Below = std::remove_const_t<decltype(v.array() < 0)>;
using Maximum = Eigen::internal::scalar_max_op<double, double, Eigen::PropagateFast>;
using Minimum = Eigen::internal::scalar_min_op<double, double, Eigen::PropagateFast>;
using Plus = Eigen::internal::scalar_sum_op<double>;

}  // namespace compiled

namespace Eigen {

template <>
template <>
double DenseBase<compiled::Vector>::redux(const compiled::Maximum&) const;
template <>
template <>
double DenseBase<compiled::Vector>::redux(const compiled::Minimum&) const;
template <>
template <>
double DenseBase<compiled::Vector>::redux(const compiled::Plus&) const;
template <>
template <>
double DenseBase<compiled::Entropy>::redux(const compiled::Plus&) const;
template <>
Index DenseBase<compiled::Below>::count() const;

}  // namespace Eigen

namespace Eigen::internal {

using Assign = assign_op<double, double>;
template <>
void call_assignment_no_alias(compiled::Vector&, const compiled::Layer&, const Assign&);
template <>
void call_assignment_no_alias(compiled::Matrix&, const compiled::Layers&, const Assign&);
template <>
void call_assignment_no_alias(compiled::Matrix&, const compiled::ScaledMatrix&, const Assign&);
template <>
void call_assignment_no_alias(compiled::Vector&, const compiled::Sum&, const Assign&);
template <>
void call_assignment_no_alias(compiled::Vector&, const compiled::Scaled&, const Assign&);
template <>
void call_assignment_no_alias(compiled::Vector&, const compiled::Divided&, const Assign&);
template <>
void call_assignment_no_alias(compiled::Vector&, const compiled::Shifted&, const Assign&);
template <>
void call_assignment_no_alias(compiled::Vector&, const compiled::Exp&, const Assign&);
template <>
void call_assignment_no_alias(compiled::Vector&, const compiled::FromIntVector&, const Assign&);
template <>
void call_assignment_no_alias(compiled::Vector&, const compiled::FromIntRow&, const Assign&);

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
