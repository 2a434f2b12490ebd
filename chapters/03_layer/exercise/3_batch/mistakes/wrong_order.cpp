// fails: a row of the result is a sample
// says: The product is in the wrong order: W X mixes the samples with each other. Samples are rows and stand in
//       front: X W.
#include "numpy/array.hpp"

numpy::Matrix<> layer(const numpy::Matrix<>& X, const numpy::Matrix<>& W, const numpy::Vector<>& b)
{
    return (W * X).rowwise() + b;
}
