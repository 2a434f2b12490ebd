// The same in plain Eigen, as one would write it without a thought of speed.
#include "../cases.hpp"

#include <cmath>
#include <numbers>

namespace {

template <class T>
nn::Matrix<T> gelu(const nn::Matrix<T>& x)
{
    const auto v = x.array();
    return T(0.5) * v * (1 + (std::sqrt(2 / std::numbers::pi_v<T>) * (v + T(0.044715) * v.cube())).tanh());
}

template <class T>
nn::Matrix<T> forward(const nn::MLP<T>& mlp, const nn::Matrix<T>& x)
{
    const nn::Matrix<T> hidden = gelu<T>((x * mlp.layer1.W).rowwise() + mlp.layer1.b);
    return (hidden * mlp.layer2.W).rowwise() + mlp.layer2.b;
}

template <class T>
nn::Matrix<T> softmax(const nn::Matrix<T>& x)
{
    const nn::Matrix<T> e = (x.colwise() - x.rowwise().maxCoeff()).array().exp();
    return e.array().colwise() / e.rowwise().sum().array();
}

template <class T>
void add()
{
    for (const Network<T>& network : networks<T>())
        measure(network.name, "Eigen", 1, {},
                [&network] { benchmark::DoNotOptimize(forward(*network.mlp, network.x)); });
    for (const long size : gelu_sizes)
        measure(gelu_name(size, type_name<T>), "Eigen", 1, {},
                [x = some_values<T>(1, size)] { benchmark::DoNotOptimize(gelu(x)); });
    for (const Table table : softmax_sizes)
        measure(softmax_name(table, type_name<T>), "Eigen", 1, {},
                [x = some_values<T>(table.rows, table.columns)] { benchmark::DoNotOptimize(softmax(x)); });
}

}  // namespace

void add_eigen()
{
    add<float>();
    add<double>();
}
