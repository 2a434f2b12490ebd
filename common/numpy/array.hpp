/// @file
/// The two array types of the workbook: Eigen matrices with NumPy's shapes and NumPy's order in memory.
///
/// A vector is one row. A matrix is stored row by row, so that a batch of samples is one sample after another.
/// @chapter{1}
#pragma once

#include <Eigen/Core>

#include <string>

/// What the article takes from NumPy: arrays, random numbers, rounding and printing, to the same bits and characters.
namespace numpy {

/// A one-dimensional array, shape (n). It is a row, so that `x * W` is the product of a sample and a weight matrix.
template <class T = double>
using Vector = Eigen::Matrix<T, 1, Eigen::Dynamic, Eigen::RowMajor>;

/// A two-dimensional array, shape (rows, columns), stored row by row.
template <class T = double>
using Matrix = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// The shape as Python writes it: `(3,)` for a vector, `(3, 4)` for a matrix.
/// @chapter{3}
template <class Derived>
std::string shape(const Eigen::EigenBase<Derived>& a)
{
    if constexpr (Derived::RowsAtCompileTime == 1)
        return "(" + std::to_string(a.cols()) + ",)";
    else
        return "(" + std::to_string(a.rows()) + ", " + std::to_string(a.cols()) + ")";
}

}  // namespace numpy
