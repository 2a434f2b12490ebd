/// @file
/// What the build compiles once for all programs, so that a changed program is on the screen within a second.
///
/// No source includes this file: where the build precompiles headers (see CMakeLists.txt), every compilation begins with
/// it. The headers of common/ do not need it, and mean the same without it. It includes none of them either, so that a
/// change in one of them costs no new precompiled header. The definitions are in compiled.cpp; the products, which
/// the exercises use, too, have files of their own.
#pragma once

#include "compiled_eigen.hpp"

#include <string>

namespace compiled {

// Of the types of Eigen's expressions, each of which costs a compilation about 10 ms, the most common are known from here.
static_assert(sizeof(v + v) && sizeof(v * 0.5) && sizeof(v / 2.0) && sizeof(v == v) && sizeof(v.array() + 0.5) &&
              sizeof(v.array() < 0) && sizeof((v.array() - 0.5).exp()) && sizeof(v.array() * v.array().log()));
static_assert(sizeof(v * m + v) && sizeof(m * m) && sizeof((m * m).rowwise() + v) && sizeof(m * 0.5) &&
              sizeof(m.transpose()) && sizeof(m.row(0)) && sizeof(v.Zero(1)) && sizeof(Eigen::Matrix3d().inverse()));
static_assert(sizeof(n + n) && sizeof(n.Zero(1)) && sizeof(n == n) && sizeof(n.cast<double>()) &&
              sizeof(k.row(0).cast<double>()));

}  // namespace compiled

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
extern template compiled::Vector relu(const Eigen::MatrixBase<compiled::Layer>&);
extern template compiled::Vector gelu(const Eigen::MatrixBase<compiled::Vector>&);
extern template compiled::Matrix gelu(const Eigen::MatrixBase<compiled::Matrix>&);

}  // namespace nn
