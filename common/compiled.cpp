// The functions of common/ that compiled.hpp declares.
#include "compiled.hpp"

#include "nn/activation.hpp"
#include "numpy/print.hpp"

namespace numpy {

template std::string shape(const Eigen::EigenBase<compiled::Vector>&);
template std::string shape(const Eigen::EigenBase<compiled::Matrix>&);
template compiled::Vector round(const Eigen::MatrixBase<compiled::Vector>&, int);
template compiled::Matrix round(const Eigen::MatrixBase<compiled::Matrix>&, int);
template std::string to_string(const Eigen::MatrixBase<compiled::Vector>&);
template std::string to_string(const Eigen::MatrixBase<compiled::Matrix>&);
template std::string to_string(const Eigen::MatrixBase<compiled::Row>&);
template std::string to_string(const Eigen::MatrixBase<compiled::IntVector>&);
template std::string to_string(const Eigen::MatrixBase<compiled::IntMatrix>&);
template std::string to_string(const Eigen::MatrixBase<compiled::IntRow>&);

}  // namespace numpy

namespace nn {

template compiled::Vector relu(const Eigen::MatrixBase<compiled::Vector>&);
template compiled::Matrix relu(const Eigen::MatrixBase<compiled::Matrix>&);
template compiled::Vector relu(const Eigen::MatrixBase<compiled::Layer>&);
template compiled::Vector gelu(const Eigen::MatrixBase<compiled::Vector>&);
template compiled::Matrix gelu(const Eigen::MatrixBase<compiled::Matrix>&);

}  // namespace nn
