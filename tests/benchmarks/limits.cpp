// What the machine can do at most: multiply-adds a second, and bytes read from memory a second.
#include "cases.hpp"

#include <cstring>
#include <memory>
#include <thread>

namespace {

#if defined __AVX512F__
constexpr int register_bytes = 64;
#elif defined __AVX__
constexpr int register_bytes = 32;
#else
constexpr int register_bytes = 16;
#endif

template <class T>
struct Register {
    typedef T Type __attribute__((vector_size(register_bytes)));
};

// Twelve sums that do not wait for each other: more than any processor has under way. So long that the start of a thread
// does not count.
constexpr long rounds = 2'000'000;
template <class T>
constexpr double multiply_adds_done = 12.0 * rounds * (register_bytes / sizeof(T));

template <class T>
void multiply_add()
{
    using Lanes = typename Register<T>::Type;
    const Lanes m = Lanes{} + T(0.999), t = Lanes{} + T(1e-3);
    Lanes a{}, b = a + 1, c = a + 2, d = a + 3, e = a + 4, f = a + 5, g = a + 6, h = a + 7, i = a + 8, j = a + 9,
          k = a + 10, l = a + 11;
    for (long round = 0; round < rounds; ++round) {
        a = a * m + t, b = b * m + t, c = c * m + t, d = d * m + t, e = e * m + t, f = f * m + t;
        g = g * m + t, h = h * m + t, i = i * m + t, j = j * m + t, k = k * m + t, l = l * m + t;
    }
    benchmark::DoNotOptimize(a + b + c + d + e + f + g + h + i + j + k + l);
}

// Adds n floats, in eight streams: memory likes that best.
void read(const float* from, std::size_t n)
{
    using Lanes = Register<float>::Type;
    constexpr std::size_t streams = 8, step = sizeof(Lanes) / sizeof(float);
    const std::size_t part = n / streams;
    Lanes sum[streams] = {};
    for (std::size_t i = 0; i + step <= part; i += step)
#pragma GCC unroll 8
        for (std::size_t s = 0; s < streams; ++s) {
            Lanes v;
            __builtin_prefetch(from + s * part + i + 4 * step);
            std::memcpy(&v, from + s * part + i, sizeof v);
            sum[s] += v;
        }
    for (std::size_t s = 1; s < streams; ++s) sum[0] += sum[s];
    benchmark::DoNotOptimize(sum[0]);
}

void on(int threads, const std::function<void(int)>& work)
{
    std::vector<std::thread> others;
    for (int t = 1; t < threads; ++t) others.emplace_back(work, t);
    work(0);
    for (std::thread& other : others) other.join();
}

}  // namespace

void add_limits()
{
    constexpr std::size_t count = 1 << 27;  // half a gigabyte: no cache holds it
    const auto numbers = std::make_shared<nn::Vector<float>>(count);
    numpy::use_large_pages(numbers->data(), count * sizeof(float));
    numbers->setOnes();
    for (const int threads : {1, 2}) {
        measure("multiply-adds, float", "limit", threads, {threads * multiply_adds_done<float>},
                [=] { on(threads, [](int) { multiply_add<float>(); }); });
        measure("multiply-adds, double", "limit", threads, {threads * multiply_adds_done<double>},
                [=] { on(threads, [](int) { multiply_add<double>(); }); });
        measure("reading memory", "limit", threads, {0, count * sizeof(float)}, [=] {
            const std::size_t part = count / static_cast<std::size_t>(threads);
            on(threads, [=](int t) { read(numbers->data() + static_cast<std::size_t>(t) * part, part); });
        });
    }
}
