// fails: a row of the result is a sample
// says: W is transposed. Its shape is (inputs, neurons), which follows X as it is: X W.
#include "numpy/array.hpp"

numpy::Matrix<> layer(const numpy::Matrix<>& X, const numpy::Matrix<>& W, const numpy::Vector<>& b)
{
    return (X * W.transpose()).rowwise() + b;
}
