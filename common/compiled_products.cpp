// The definitions of what compiled_products.hpp declares. No change of another header concerns them.
#include "compiled_products.hpp"

#include <Eigen/LU>

namespace Eigen::internal {
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
