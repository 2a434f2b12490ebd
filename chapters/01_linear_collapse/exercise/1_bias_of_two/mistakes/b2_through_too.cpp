// fails: b2 stays as it is
// says: You sent b2 through W2 as well. It is added after the product and reaches the output untouched.
#include "numpy/array.hpp"

numpy::Vector<> bias_of_two(const numpy::Vector<>& b1, const numpy::Matrix<>& W2, const numpy::Vector<>& b2)
{
    return (b1 + b2) * W2;
}
