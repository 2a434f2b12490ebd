/// @file
/// The inner loops of the layers, written for speed. fast.cpp explains them; to read the layers you need neither.
///
/// What is computed stands in linear.hpp, activation.hpp and softmax.hpp, each in a line or two, and those lines are
/// what runs where fast.cpp is not linked. The CMake target `common` links it and defines NN_FAST: then the loops below
/// give the same to within the last bits.
/// @chapter{5}
#pragma once

#include <Eigen/Core>

#include <algorithm>
#include <concepts>
#include <functional>

namespace nn {

/// How many threads a layer may use; 1 to begin with. A layer asks for more only when it has so much to do that they
/// help, and gives the same bits with any number.
/// @param count 1 or more; what is less counts as 1. Without fast.cpp it has no effect.
#ifdef NN_FAST
void use_threads(int count);
#else
inline void use_threads(int count) { static_cast<void>(count); }
#endif

/// The fast loops and what leads to them.
namespace fast {

/// Whether there are fast loops for numbers of type T.
template <class T>
#ifdef NN_FAST
inline constexpr bool has = std::same_as<T, float> || std::same_as<T, double>;
#else
inline constexpr bool has = false;
#endif

/// y = x W + b for x (samples, n_in), W (n_in, n_out), b (n_out), y (samples, n_out), all row by row. A sample gives
/// the same bits alone, in any batch and with any number of threads. The sizes are not checked.
template <class T>
void linear(const T* x, const T* W, const T* b, T* y, Eigen::Index samples, Eigen::Index n_in, Eigen::Index n_out);

/// y = gelu(x) for n values; x may be y.
template <class T>
void gelu(const T* x, T* y, Eigen::Index n);

/// y = softmax(x), each row by itself, for x and y (samples, n), row by row.
template <class T>
void softmax(const T* x, T* y, Eigen::Index samples, Eigen::Index n);

/// Calls work(first, last) for the parts of 0 to count, in as many threads as are allowed. Each part but the last
/// begins and ends at a multiple of step. What the work throws is thrown again here.
void parallel(Eigen::Index count, Eigen::Index step, const std::function<void(Eigen::Index, Eigen::Index)>& work);

/// An array of samples, one a row and row by row in memory: shape (samples, n).
template <class T, int samples = Eigen::Dynamic>
using Rows = Eigen::Matrix<T, samples, Eigen::Dynamic, Eigen::RowMajor>;

/// x W + b.
template <class Derived, class T>
Rows<T, Derived::RowsAtCompileTime> linear(const Eigen::MatrixBase<Derived>& x, const Rows<T>& W, const Rows<T, 1>& b)
{
    const Rows<T, Derived::RowsAtCompileTime>& samples = x.derived();  // x, or a copy when it is stored otherwise
    Rows<T, Derived::RowsAtCompileTime> y(x.rows(), W.cols());
    linear(samples.data(), W.data(), b.data(), y.data(), y.rows(), W.rows(), W.cols());
    return y;
}

/// gelu of each element of x; the shape stays.
template <class Derived>
typename Derived::PlainObject gelu(const Eigen::MatrixBase<Derived>& x)
{
    const typename Derived::PlainObject& values = x.derived();
    typename Derived::PlainObject y;
    y.resizeLike(x);
    gelu(values.data(), y.data(), y.size());
    return y;
}

/// softmax of each row of x; the shape stays.
template <class Derived>
typename Derived::PlainObject softmax(const Eigen::MatrixBase<Derived>& x)
{
    using T = typename Derived::Scalar;
    const Rows<T, Derived::RowsAtCompileTime>& rows = x.derived();
    Rows<T, Derived::RowsAtCompileTime> y(x.rows(), x.cols());
    softmax(rows.data(), y.data(), y.rows(), y.cols());
    return y;
}

/// f(x) for samples x, some rows at a time: what f makes on the way then stays in the cache. f gives n_out values a
/// sample and treats each sample by itself.
template <class Derived, class F>
auto by_panels(const Eigen::MatrixBase<Derived>& x, Eigen::Index n_out, F f)
{
    using T = typename Derived::Scalar;
    constexpr Eigen::Index panel = 128;
    if constexpr (Derived::RowsAtCompileTime == 1) {
        return f(x);
    } else {
        if (x.rows() <= panel) return f(x);
        Rows<T> y(x.rows(), n_out);
        parallel(x.rows(), panel, [&](Eigen::Index first, Eigen::Index last) {
            for (Eigen::Index i = first; i < last; i += panel) {
                const Eigen::Index rows = std::min(panel, last - i);
                y.middleRows(i, rows) = f(x.middleRows(i, rows));
            }
        });
        return y;
    }
}

}  // namespace fast
}  // namespace nn
