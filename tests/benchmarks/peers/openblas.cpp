// OpenBLAS for the products, and loops that the compiler turns into calls of glibc's vector functions (libmvec) for
// exp: compiled with -Ofast, which allows that. Into memory that is there already.
#include "../cases.hpp"

#include <cblas.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>

namespace {

void product(const nn::Matrix<float>& x, const nn::Matrix<float>& W, nn::Matrix<float>& y)
{
    const int m = static_cast<int>(x.rows()), k = static_cast<int>(x.cols()), n = static_cast<int>(W.cols());
    if (m == 1)
        cblas_sgemv(CblasRowMajor, CblasTrans, k, n, 1, W.data(), n, x.data(), 1, 0, y.data(), 1);
    else
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1, x.data(), k, W.data(), n, 0, y.data(), n);
}

void product(const nn::Matrix<double>& x, const nn::Matrix<double>& W, nn::Matrix<double>& y)
{
    const int m = static_cast<int>(x.rows()), k = static_cast<int>(x.cols()), n = static_cast<int>(W.cols());
    if (m == 1)
        cblas_dgemv(CblasRowMajor, CblasTrans, k, n, 1, W.data(), n, x.data(), 1, 0, y.data(), 1);
    else
        cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1, x.data(), k, W.data(), n, 0, y.data(), n);
}

template <class T>
T gelu(T x)
{
    return x / (1 + std::exp(x * (T(-1.5957691216057308) + T(-0.07135481282736247) * x * x)));
}

template <class T>
void forward(const nn::MLP<T>& mlp, const nn::Matrix<T>& x, nn::Matrix<T>& hidden, nn::Matrix<T>& y)
{
    product(x, mlp.layer1.W, hidden);
    const T* const b1 = mlp.layer1.b.data();
    const T* const b2 = mlp.layer2.b.data();
    for (long i = 0; i < hidden.rows(); ++i) {
        T* const row = hidden.data() + i * hidden.cols();
        for (long j = 0; j < hidden.cols(); ++j) row[j] = gelu(row[j] + b1[j]);
    }
    product(hidden, mlp.layer2.W, y);
    for (long i = 0; i < y.rows(); ++i)
        for (long j = 0; j < y.cols(); ++j) y.data()[i * y.cols() + j] += b2[j];
}

template <class T>
void softmax(const nn::Matrix<T>& x, nn::Matrix<T>& y)
{
    for (long i = 0; i < x.rows(); ++i) {
        const T* const from = x.data() + i * x.cols();
        T* const to = y.data() + i * x.cols();
        T largest = from[0], sum = 0;
        for (long j = 1; j < x.cols(); ++j) largest = std::max(largest, from[j]);
        for (long j = 0; j < x.cols(); ++j) sum += to[j] = std::exp(from[j] - largest);
        for (long j = 0; j < x.cols(); ++j) to[j] /= sum;
    }
}

template <class T>
void add()
{
    for (const Network<T>& network : networks<T>())
        for (const int threads : network.threads) {
            const auto hidden = std::make_shared<nn::Matrix<T>>(network.x.rows(), network.d_ff());
            const auto y = std::make_shared<nn::Matrix<T>>(network.x.rows(), network.d_out());
            measure(network.name, "OpenBLAS", threads, {}, [&network, threads, hidden, y] {
                openblas_set_num_threads(threads);
                forward(*network.mlp, network.x, *hidden, *y);
                benchmark::ClobberMemory();
            });
        }
    for (const long size : gelu_sizes) {
        const auto y = std::make_shared<nn::Matrix<T>>(1, size);
        measure(gelu_name(size, type_name<T>), "OpenBLAS", 1, {}, [x = some_values<T>(1, size), y] {
            for (long i = 0; i < x.size(); ++i) y->data()[i] = gelu(x.data()[i]);
            benchmark::ClobberMemory();
        });
    }
    for (const Table table : softmax_sizes) {
        const auto y = std::make_shared<nn::Matrix<T>>(table.rows, table.columns);
        measure(softmax_name(table, type_name<T>), "OpenBLAS", 1, {},
                [x = some_values<T>(table.rows, table.columns), y] {
                    softmax(x, *y);
                    benchmark::ClobberMemory();
                });
    }
}

}  // namespace

void add_openblas()
{
    std::printf("# %s\n", openblas_get_config());
    add<float>();
    add<double>();
}
