// The way from three loops to what common/nn/fast.cpp does, step by step, for docs/speed.md. Each step computes the
// same.
#include "cases.hpp"
#include "nn/fast.hpp"

#include <cmath>
#include <cstring>
#include <memory>

namespace {

struct Sizes {
    long samples, n_in, n_out;
};

// One neuron after the other, as chapter 2 does it: down a column of W, each step to another row.
void neuron_by_neuron(const float* x, const float* W, float* y, Sizes s)
{
    for (long i = 0; i < s.samples; ++i)
        for (long j = 0; j < s.n_out; ++j) {
            float sum = 0;
            for (long k = 0; k < s.n_in; ++k) sum += x[i * s.n_in + k] * W[k * s.n_out + j];
            y[i * s.n_out + j] = sum;
        }
}

// The same products, but along the rows of W, as they lie in memory. The compiler makes registers of that.
void along_the_rows(const float* x, const float* W, float* y, Sizes s)
{
    std::fill_n(y, s.samples * s.n_out, 0.0f);
    for (long i = 0; i < s.samples; ++i)
        for (long k = 0; k < s.n_in; ++k)
            for (long j = 0; j < s.n_out; ++j) y[i * s.n_out + j] += x[i * s.n_in + k] * W[k * s.n_out + j];
}

// Eight samples and two registers of neurons at a time, whose sums stay in registers. No packing, no blocks.
void in_tiles(const float* x, const float* W, float* y, Sizes s)
{
    typedef float Lanes __attribute__((vector_size(64)));
    constexpr long rows = 8, width = 2, lanes = 16;
    for (long i = 0; i < s.samples; i += rows)
        for (long j = 0; j < s.n_out; j += width * lanes) {
            Lanes sum[rows][width] = {};
            for (long k = 0; k < s.n_in; ++k) {
                Lanes w[width];
                std::memcpy(w, W + k * s.n_out + j, sizeof w);
#pragma GCC unroll 8
                for (long r = 0; r < rows; ++r)
#pragma GCC unroll 2
                    for (long c = 0; c < width; ++c) sum[r][c] += x[(i + r) * s.n_in + k] * w[c];
            }
            for (long r = 0; r < rows; ++r) std::memcpy(y + (i + r) * s.n_out + j, sum[r], sizeof sum[r]);
        }
}

float gelu_with_tanh(float x) { return 0.5f * x * (1 + std::tanh(0.7978846f * (x + 0.044715f * x * x * x))); }

void add_step(const std::string& name, const std::string& step, const Work& work, std::function<void()> run)
{
    measure("steps: " + name, step, 1, work, std::move(run));
}

}  // namespace

void add_steps()
{
    const auto array = [](long rows, long columns) {
        return std::make_shared<const nn::Matrix<float>>(some_values<float>(rows, columns));
    };
    for (const Sizes s : {Sizes{64, 768, 3072}, Sizes{1, 4096, 16384}}) {
        const auto x = array(s.samples, s.n_in), W = array(s.n_in, s.n_out), b = array(1, s.n_out);
        const auto y = std::make_shared<nn::Matrix<float>>(s.samples, s.n_out);
        const std::string widths = std::to_string(s.n_in) + " to " + std::to_string(s.n_out);
        const std::string samples = std::to_string(s.samples) + (s.samples == 1 ? " sample" : " samples");
        const std::string name = "x W for " + samples + ", " + widths + ", float";
        const Work work{static_cast<double>(s.samples * s.n_in * s.n_out), 0, 0};
        const auto add = [&](const std::string& step, auto product) {
            add_step(name, step, work, [=] {
                product(x->data(), W->data(), y->data(), s);
                benchmark::ClobberMemory();
            });
        };
        add("neuron by neuron", neuron_by_neuron);
        add("along the rows of W", along_the_rows);
        if (s.samples > 1) add("sums in registers", in_tiles);
        add("what we have", [b](const float* from, const float* weights, float* to, Sizes sizes) {
            nn::use_threads(1);
            nn::fast::linear(from, weights, b->data(), to, sizes.samples, sizes.n_in, sizes.n_out);
        });
    }

    constexpr long size = 10'000;
    const auto x = array(1, size);
    const auto y = std::make_shared<nn::Matrix<float>>(1, size);
    const auto add = [&](const std::string& step, auto function) {
        add_step("gelu, float", step, {0, 0, size}, [=] {
            for (long i = 0; i < size; ++i) y->data()[i] = function(x->data()[i]);
            benchmark::ClobberMemory();
        });
    };
    add("with tanh, as published", gelu_with_tanh);
    add("with exp", [](float v) { return nn::gelu(v); });
    add_step("gelu, float", "what we have", {0, 0, size}, [=] {
        nn::fast::gelu(x->data(), y->data(), size);
        benchmark::ClobberMemory();
    });
}
