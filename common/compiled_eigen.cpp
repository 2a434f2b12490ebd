// The definitions of what compiled_eigen.hpp declares. No change of another header concerns them.
#include "compiled_eigen.hpp"

#include <Eigen/LU>

namespace Eigen {
namespace {

// As Eigen does both, in Eigen/src/Core/Redux.h and AssignEvaluator.h.
template <class Expression, class Operation>
double reduced(const Expression& expression, const Operation& operation)
{
    using Values = internal::redux_evaluator<Expression>;
    return internal::redux_impl<Operation, Values>::run(Values(expression), operation, expression);
}

template <class Array, class Expression>
void assign(Array& to, const Expression& expression, const internal::Assign& operation)
{
    internal::Assignment<Array, Expression, internal::Assign>::run(to, expression, operation);
}

}  // namespace

template <>
template <>
double DenseBase<compiled::Vector>::redux(const compiled::Maximum& f) const { return reduced(derived(), f); }
template <>
template <>
double DenseBase<compiled::Vector>::redux(const compiled::Minimum& f) const { return reduced(derived(), f); }
template <>
template <>
double DenseBase<compiled::Vector>::redux(const compiled::Plus& f) const { return reduced(derived(), f); }
template <>
template <>
double DenseBase<compiled::Entropy>::redux(const compiled::Plus& f) const { return reduced(derived(), f); }
template <>
Index DenseBase<compiled::Below>::count() const { return derived().cast<bool>().cast<Index>().sum(); }

}  // namespace Eigen

namespace Eigen::internal {

template <>
void call_assignment_no_alias(compiled::Vector& to, const compiled::Layer& e, const Assign& f) { assign(to, e, f); }
template <>
void call_assignment_no_alias(compiled::Matrix& to, const compiled::Layers& e, const Assign& f) { assign(to, e, f); }
template <>
void call_assignment_no_alias(compiled::Matrix& to, const compiled::ScaledMatrix& e, const Assign& f)
{
    assign(to, e, f);
}
template <>
void call_assignment_no_alias(compiled::Vector& to, const compiled::Sum& e, const Assign& f) { assign(to, e, f); }
template <>
void call_assignment_no_alias(compiled::Vector& to, const compiled::Scaled& e, const Assign& f) { assign(to, e, f); }
template <>
void call_assignment_no_alias(compiled::Vector& to, const compiled::Divided& e, const Assign& f) { assign(to, e, f); }
template <>
void call_assignment_no_alias(compiled::Vector& to, const compiled::Shifted& e, const Assign& f) { assign(to, e, f); }
template <>
void call_assignment_no_alias(compiled::Vector& to, const compiled::Exp& e, const Assign& f) { assign(to, e, f); }
template <>
void call_assignment_no_alias(compiled::Vector& to, const compiled::FromIntVector& e, const Assign& f)
{
    assign(to, e, f);
}
template <>
void call_assignment_no_alias(compiled::Vector& to, const compiled::FromIntRow& e, const Assign& f)
{
    assign(to, e, f);
}
namespace {

// A view of the same numbers is another type, which has Eigen's own product.
Map<const compiled::Vector> view(const compiled::Vector& a) { return {a.data(), a.size()}; }
Map<const compiled::Matrix> view(const compiled::Matrix& a) { return {a.data(), a.rows(), a.cols()}; }
Map<const Matrix3d> view(const Matrix3d& a) { return Map<const Matrix3d>(a.data()); }

}  // namespace

template <>
template <>
void MatrixProduct::evalTo(compiled::Matrix& result, const compiled::Matrix& a, const compiled::Matrix& b)
{
    result.noalias() = view(a) * view(b);
}

template <>
template <>
void MatrixProduct::evalTo(MatrixXd& result, const compiled::Matrix& a, const compiled::Matrix& b)
{
    result.noalias() = view(a) * view(b);
}

template <>
template <>
void VectorProduct::scaleAndAddTo(compiled::Vector& sum, const compiled::Vector& x, const compiled::Matrix& W,
                                  const double& factor)
{
    sum.noalias() += (factor * view(x)) * view(W);
}

void compute_inverse<Matrix3d, Matrix3d, 3>::run(const Matrix3d& a, Matrix3d& result) { result = view(a).inverse(); }

}  // namespace Eigen::internal
