// The workbook's own layers, through their headers, as a chapter uses them.
#include "cases.hpp"
#include "nn/fast.hpp"
#include "nn/softmax.hpp"

#include <deque>
#include <utility>

namespace {

// Not drawn: a network with 134 million weights would take its time. Fractions of multiples of the golden ratio will
// do.
template <class Array>
void fill(Array& a, double scale)
{
    double fraction = 0;
    for (Eigen::Index i = 0; i < a.size(); ++i) {
        fraction += 0.6180339887498949;
        if (fraction >= 1) fraction -= 1;
        a.data()[i] = static_cast<typename Array::Scalar>((fraction - 0.5) * scale);
    }
}

template <class T>
nn::Linear<T> layer(long n_in, long n_out)
{
    nn::Matrix<T> W(n_in, n_out);
    numpy::use_large_pages(W.data(), static_cast<std::size_t>(W.size()) * sizeof(T));  // as where weights are drawn
    nn::Vector<T> b(n_out);
    fill(W, 2 / std::sqrt(static_cast<double>(n_in)));
    fill(b, 0.1);
    return {std::move(W), std::move(b)};
}

template <class T>
std::vector<Network<T>> make_networks()
{
    struct Shape {
        long d_model, d_ff, d_out;
        std::vector<std::pair<long, std::vector<int>>> samples;  // and with how many threads
    };
    std::vector<Shape> shapes{{64, 256, 10, {{1, {1}}, {64, {1}}, {4096, {1, 2}}}},
                              {768, 3072, 768, {{1, {1, 2}}, {64, {1, 2}}, {512, {1, 2}}}}};
    if (sizeof(T) == sizeof(float)) shapes.push_back({4096, 16384, 4096, {{1, {1, 2}}, {64, {1, 2}}}});

    static std::deque<nn::MLP<T>> mlps;
    std::vector<Network<T>> made;
    for (const Shape& shape : shapes) {
        mlps.emplace_back(layer<T>(shape.d_model, shape.d_ff), layer<T>(shape.d_ff, shape.d_out));
        for (const auto& [samples, threads] : shape.samples) {
            const double weights = static_cast<double>(mlps.back().parameter_count());
            const std::string sizes = std::to_string(shape.d_model) + '-' + std::to_string(shape.d_ff) + '-' +
                                      std::to_string(shape.d_out);
            const std::string name = sizes + ", batch " + std::to_string(samples) + ", " + type_name<T>;
            // Small weights stay in the cache: only for others is the memory a limit.
            const Work work{weights * static_cast<double>(samples), shape.d_model > 64 ? weights * sizeof(T) : 0, 0};
            made.push_back({name, threads, work, &mlps.back(), some_values<T>(samples, shape.d_model)});
        }
    }
    return made;
}

template <class T>
void add_layers()
{
    for (const Network<T>& network : networks<T>())
        for (const int threads : network.threads)
            measure(network.name, "ours", threads, network.work, [&network, threads] {
                nn::use_threads(threads);
                benchmark::DoNotOptimize(network.mlp->forward(network.x));
            });
    for (const long size : gelu_sizes)
        for (const int threads : gelu_threads(size))
            measure(gelu_name(size, type_name<T>), "ours", threads, {0, 0, static_cast<double>(size)},
                    [threads, x = some_values<T>(1, size)] {
                        nn::use_threads(threads);
                        benchmark::DoNotOptimize(nn::gelu(x));
                    });
    for (const Table table : softmax_sizes)
        measure(softmax_name(table, type_name<T>), "ours", 1, {0, 0, static_cast<double>(table.rows * table.columns)},
                [x = some_values<T>(table.rows, table.columns)] { benchmark::DoNotOptimize(nn::softmax(x)); });
}

}  // namespace

template <class T>
const std::vector<Network<T>>& networks()
{
    static const std::vector<Network<T>> all = make_networks<T>();
    return all;
}
template const std::vector<Network<float>>& networks();
template const std::vector<Network<double>>& networks();

template <class T>
nn::Matrix<T> some_values(long rows, long columns)
{
    nn::Matrix<T> values(rows, columns);
    fill(values, 8);
    return values;
}
template nn::Matrix<float> some_values(long, long);
template nn::Matrix<double> some_values(long, long);

void add_ours()
{
    add_layers<float>();
    add_layers<double>();
    constexpr long draws = 10'000'000;
    measure("default_rng(0).normal", "ours", 1, {0, 0, draws},
            [] { benchmark::DoNotOptimize(numpy::default_rng(0).normal(0, 1, draws)); });
    measure("RandomState(0).randn", "ours", 1, {0, 0, draws},
            [] { benchmark::DoNotOptimize(numpy::RandomState(0).randn(draws)); });
}
