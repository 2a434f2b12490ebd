// One token through one MLP of Llama 3.1 405B, in float32: (silu(x Wgate) * x Wup) Wdown. Ten gigabytes are read once,
// so the time is that of the memory, not of the arithmetic. All weights are the same number: the time does not mind.
#include "numpy/array.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <limits>
#include <string>

using numpy::Matrix;
using numpy::Vector;

// Bytes this process may still get: what the system has to spare, and no more than its own limit (ulimit -v).
double free_bytes()
{
    std::ifstream meminfo("/proc/meminfo");
    double free = std::numeric_limits<double>::infinity(), kibibytes = 0;
    for (std::string name, unit; meminfo >> name >> kibibytes && std::getline(meminfo, unit);)
        if (name == "MemAvailable:") free = kibibytes * 1024;
    rlimit limit{};
    if (getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        free = std::min(free, static_cast<double>(limit.rlim_cur));
    return free;
}

double seconds_since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

int run_layer(std::int64_t d_model, std::int64_t d_ff)
{
    const double bytes = 3.0 * static_cast<double>(d_model * d_ff) * sizeof(float);
    const double needed = bytes * 1.05;  // the weights, and some room for the rest of the machine
    if (const double free = free_bytes(); free < needed) {
        std::fprintf(stderr, "07_model_size: one layer, %d to %d and back, needs %.1f GiB of free memory and %.1f GiB "
                     "are free; run --layer where there is more, or leave it out\n", static_cast<int>(d_model),
                     static_cast<int>(d_ff), needed / 0x1p30, free / 0x1p30);
        return 2;
    }

    auto start = std::chrono::steady_clock::now();
    const Matrix<float> gate = Matrix<float>::Constant(d_model, d_ff, 1e-3f);
    const Matrix<float> up = Matrix<float>::Constant(d_model, d_ff, 1e-3f);
    const Matrix<float> down = Matrix<float>::Constant(d_ff, d_model, 1e-3f);
    const Vector<float> x = Vector<float>::Constant(d_model, 0.1f);
    std::printf("built:     %.1f s\n", seconds_since(start));

    start = std::chrono::steady_clock::now();
    const Vector<float> g = x * gate;
    const Vector<float> u = x * up;
    const Vector<float> silu = g.array() / (1 + (-g.array()).exp());
    const Vector<float> out = silu.cwiseProduct(u) * down;
    const double time = seconds_since(start);

    std::printf("one token: %.2f s\n", time);
    std::printf("read:      %.2f GB of weights\n", bytes / 1e9);
    std::printf("bandwidth: %.1f GB/s\n", bytes / 1e9 / time);
    std::printf("output:    %d values of %.2f\n", static_cast<int>(out.size()), static_cast<double>(out(0)));
    return 0;
}
