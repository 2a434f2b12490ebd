// What the benchmarks share: their cases, and how one is measured.
#pragma once

#include "nn/mlp.hpp"

#include <benchmark/benchmark.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

template <class T>
const std::string type_name = sizeof(T) == sizeof(float) ? "float" : "double";

// What a case cannot do without, as far as the machine has a limit for it, and how many values it makes, where its time
// is told for each of them.
struct Work {
    double multiply_adds = 0, bytes = 0, values = 0;
};

inline int places = 0;  // of the measurements, in the order in which they were added

// Lets `who` do the case `name` with so many threads, again and again. With one thread its processor time is measured,
// so that other programs, which run now and then, do not count; with more, the time on the clock.
inline void measure(const std::string& name, const std::string& who, int threads, Work work, std::function<void()> run)
{
    const double place = places++;
    const auto repeat = [=](benchmark::State& state) {
        for (auto _ : state) run();
        state.counters["multiply_adds"] = work.multiply_adds;
        state.counters["bytes"] = work.bytes;
        state.counters["values"] = work.values;
        state.counters["place"] = place;
    };
    const std::string full = name + '\t' + who + '\t' + std::to_string(threads);
    auto* const added = benchmark::RegisterBenchmark(full.c_str(), repeat);
    if (threads > 1) added->UseRealTime();
}

// An MLP and what it is given.
template <class T>
struct Network {
    std::string name;
    std::vector<int> threads;  // two, too, where there is enough to do for them
    Work work;
    nn::MLP<T>* mlp;
    nn::Matrix<T> x;

    long d_model() const { return mlp->layer1.W.rows(); }
    long d_ff() const { return mlp->layer1.W.cols(); }
    long d_out() const { return mlp->layer2.W.cols(); }
};

// The networks of all cases; they live as long as the program.
template <class T>
const std::vector<Network<T>>& networks();

// Values between -4 and 4, for gelu and softmax.
template <class T>
nn::Matrix<T> some_values(long rows, long columns);

struct Table {
    long rows, columns;
};
inline const std::vector<long> gelu_sizes{10'000, 1'000'000};
inline std::vector<int> gelu_threads(long size) { return size < 1'000'000 ? std::vector{1} : std::vector{1, 2}; }
inline const std::vector<Table> softmax_sizes{{1000, 10}, {100, 1000}, {8, 128'256}};

inline std::string gelu_name(long size, const std::string& type)
{
    return "gelu of " + std::to_string(size) + " values, " + type;
}
inline std::string softmax_name(Table t, const std::string& type)
{
    return "softmax of " + std::to_string(t.columns) + " values, " + type;
}

void add_limits();
void add_ours();
void add_eigen();
void add_openblas();  // where they are installed
void add_onednn();
void add_steps();
