// The inner loops of the layers, as fast as the processor allows. Plain arrays, no Eigen.
//
// Three ideas carry all of it.
//  - A processor multiplies and adds a whole register of numbers at once: 16 floats where there is AVX-512, 4 in any
//    x86-64. `Lanes` is such a register. The compiler is told to fuse a * b + c here (-ffp-contract=fast, for this file
//    alone): that is twice as fast, and rounds once instead of twice.
//  - Arithmetic is cheap, memory is not. A number that was loaded is used as often as possible while it is in a register:
//    see tile(). What will be needed soon is asked for early: __builtin_prefetch.
//  - Every sum runs over the inputs in order, from the bias on, whatever the blocks. So a sample gives the same bits alone
//    and in any batch.
//
// Left out: choosing among instruction sets while running. The compiler's flags choose (-march=native in the release build).
#include "nn/fast.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <exception>
#include <functional>
#include <limits>
#include <memory>
#include <numbers>
#include <thread>
#include <vector>

namespace nn {
namespace {

using Eigen::Index;

// --- registers -------------------------------------------------------------------------------------------------------

#if defined __AVX512F__
constexpr int register_bytes = 64, register_count = 32;
#elif defined __AVX__
constexpr int register_bytes = 32, register_count = 16;
#elif defined __aarch64__
constexpr int register_bytes = 16, register_count = 32;
#else
constexpr int register_bytes = 16, register_count = 16;
#endif

template <class T>
struct Register {
    typedef T Type __attribute__((vector_size(register_bytes)));  // of GCC and Clang: +, *, <, ?: work lane by lane
};

template <class T>
using Lanes = typename Register<T>::Type;

template <class T>
constexpr Index lanes = register_bytes / sizeof(T);

template <class T>
Lanes<T> load(const T* from)
{
    Lanes<T> v;
    std::memcpy(&v, from, sizeof v);
    return v;
}

template <class T>
void store(T* to, const Lanes<T>& v)
{
    std::memcpy(to, &v, sizeof v);
}

// The first n < lanes<T> numbers, and `rest` in the other lanes.
template <class T>
Lanes<T> load_some(const T* from, Index n, T rest)
{
    T all[lanes<T>];
    std::fill_n(all, lanes<T>, rest);
    std::copy_n(from, n, all);
    return load(all);
}

template <class T>
void store_some(T* to, Index n, const Lanes<T>& v)
{
    T all[lanes<T>];
    store(all, v);
    std::copy_n(all, n, to);
}

// --- threads ---------------------------------------------------------------------------------------------------------

int threads_allowed = 1;
thread_local bool in_parallel = false;  // a thread of ours starts no others

}  // namespace

void use_threads(int count) { threads_allowed = std::max(count, 1); }

// A thread costs some 20 microseconds to start, so they are not kept: who has less to do than that should not ask.
void fast::parallel(Index count, Index step, const std::function<void(Index first, Index last)>& work)
{
    const Index steps = (count + step - 1) / step;
    const Index parts = in_parallel ? 1 : std::min<Index>(steps, threads_allowed);
    if (parts <= 1) return work(0, count);

    std::vector<std::thread> threads;
    std::vector<std::exception_ptr> problems(static_cast<std::size_t>(parts));
    const auto part = [&](Index p) {
        in_parallel = true;
        try {
            work(steps * p / parts * step, std::min(count, steps * (p + 1) / parts * step));
        } catch (...) {
            problems[static_cast<std::size_t>(p)] = std::current_exception();
        }
        in_parallel = false;
    };
    for (Index p = 1; p < parts; ++p) threads.emplace_back(part, p);
    part(0);
    for (std::thread& thread : threads) thread.join();
    for (const std::exception_ptr& problem : problems)
        if (problem) std::rethrow_exception(problem);
}

namespace {

// From this many products on a second thread is worth its start.
template <class T>
constexpr Index worth_threads = 2'000'000;

// --- x W + b ---------------------------------------------------------------------------------------------------------

// A tile of y has tile_rows samples and tile_registers registers of neurons. All its sums stay in registers: each number
// of W that is loaded is used for tile_rows products, each of x for a register or two of them.
constexpr int tile_rows = register_count / 4;
constexpr int tile_registers = 2;

constexpr Index depth_bytes = 3072;  // of a sample per round: that much of all samples of a block stays in the cache
constexpr Index block_samples = 128;
constexpr int cache_line = 64;

// y = start + x W for one tile and `depth` inputs. W has rows W_stride apart; where `packed` is given, they are copied to
// it on the way, without gaps, for the tiles below to read: rows far apart are slow to come by.
// `next` points to what will be packed next, rows next_stride apart; 1 / 8 of it is asked for meanwhile.
template <int rows, int registers, class T>
void tile(const T* x, Index x_stride, const T* W, Index W_stride, Index depth, T* packed, const T* start,
          Index start_stride, T* y, Index y_stride, const T* next, Index next_stride)
{
    Lanes<T> sum[rows][registers];
    for (int i = 0; i < rows; ++i)
        for (int j = 0; j < registers; ++j) sum[i][j] = load(start + i * start_stride + j * lanes<T>);

    for (Index k = 0; k < depth; ++k) {
        if (next && k % 8 == 0) {
            for (int byte = 0; byte < registers * register_bytes; byte += cache_line)
                __builtin_prefetch(reinterpret_cast<const char*>(next) + byte);
            next += next_stride;
        }
        Lanes<T> w[registers];
        for (int j = 0; j < registers; ++j) w[j] = load(W + k * W_stride + j * lanes<T>);
        if (packed)
            for (int j = 0; j < registers; ++j) store(packed + (k * registers + j) * lanes<T>, w[j]);
        for (int i = 0; i < rows; ++i)
            for (int j = 0; j < registers; ++j) sum[i][j] += x[i * x_stride + k] * w[j];
    }

    for (int i = 0; i < rows; ++i)
        for (int j = 0; j < registers; ++j) store(y + i * y_stride + j * lanes<T>, sum[i][j]);
}

// Columns first to first + registers * lanes of y for a block of samples: tiles below each other. `columns` are wanted;
// where they are fewer than the registers hold, tiles go through `edge`.
template <int registers, class T>
struct Strip {
    const T *x, *W, *start, *next;
    T *packed, *y;
    Index x_stride, W_stride, start_stride, y_stride, depth, columns;
    static constexpr Index width = registers * lanes<T>;

    // Tiles of `rows` rows from row i on while there are enough; gives the first row not done.
    template <int rows>
    Index tiles(Index i, Index samples) const
    {
        for (; i + rows <= samples; i += rows) {
            const bool first = i == 0;
            const T* soon = next && i < 8 * tile_rows ? next + i / tile_rows * (depth / 8) * W_stride : nullptr;
            const T* from = start + i * start_stride;
            T* to = y + i * y_stride;
            Index from_stride = start_stride, to_stride = y_stride;
            T edge[rows * width];
            if (columns < width) {
                for (int r = 0; r < rows; ++r) std::copy_n(from + r * from_stride, columns, edge + r * width);
                from = to = edge;
                from_stride = to_stride = width;
            }
            tile<rows, registers>(x + i * x_stride, x_stride, first ? W : packed, first ? W_stride : width, depth,
                                  first && W != packed ? packed : nullptr, from, from_stride, to, to_stride, soon, W_stride);
            if (columns < width)
                for (int r = 0; r < rows; ++r) std::copy_n(edge + r * width, columns, y + (i + r) * y_stride);
        }
        return i;
    }

    void run(Index samples) const { tiles<1>(tiles<2>(tiles<4>(tiles<tile_rows>(0, samples), samples), samples), samples); }
};

// A batch, for the neurons first to last.
template <class T>
void batch(const T* x, const T* W, const T* b, T* y, Index samples, Index n_in, Index n_out, Index first,
           Index last)
{
    constexpr Index wide = tile_registers * lanes<T>, most = depth_bytes / sizeof(T);
    const std::unique_ptr<T[]> memory(new (std::align_val_t(cache_line)) T[static_cast<std::size_t>(std::min(most, n_in) * wide)]);
    T* const packed = memory.get();
    std::vector<T> copy;
    for (Index i = 0; i < samples; i += block_samples) {
        const Index rows = std::min(block_samples, samples - i);
        for (Index k = 0; k < n_in; k += most) {
            const Index depth = std::min(most, n_in - k);
            const T* start = k == 0 ? b : y + i * n_out;
            const Index start_stride = k == 0 ? 0 : n_out;
            const T* xs = x + i * n_in + k;
            Index x_stride = n_in;
            if (n_in > most) {
                x_stride = most + cache_line / sizeof(T);
                copy.resize(static_cast<std::size_t>(rows * x_stride));
                for (Index r = 0; r < rows; ++r) std::copy_n(xs + r * n_in, depth, copy.data() + r * x_stride);
                xs = copy.data();
            }
            const T* Wk = W + k * n_out;
            Index j = first;
            for (; j + wide <= last; j += wide)
                Strip<tile_registers, T>{xs, Wk + j, start + j, j + wide < last ? Wk + j + wide : nullptr, packed, y + i * n_out + j, x_stride, n_out, start_stride, n_out, depth, wide}.run(rows);
            if (j < last) {
                const auto rest = [&]<int registers>() {
                    constexpr Index width = registers * lanes<T>;
                    const Index columns = last - j;
                    for (Index r = 0; r < depth; ++r)
                        for (Index c = 0; c < width; c += lanes<T>) {
                            const T* from = Wk + r * n_out + j + c;
                            store(packed + r * width + c, from + lanes<T> <= W + n_in * n_out ? load(from) : load_some(from, std::max<Index>(columns - c, 0), T(0)));
                        }
                    Strip<registers, T>{xs, packed, start + j, nullptr, packed, y + i * n_out + j, x_stride, width, start_stride, n_out, depth, columns}.run(rows);
                };
                if (last - j <= lanes<T>) rest.template operator()<1>();
                else rest.template operator()<2>();
            }
        }
    }
}

// One sample
template <class T>
void sample(const T* x, const T* W, const T* b, T* y, Index n_in, Index n_out, Index first, Index last)
{
    constexpr int rows = 8, ahead = 8;
    const Index whole = first + (last - first) / lanes<T> * lanes<T>;
    std::copy(b + first, b + last, y + first);
    const auto add = [&]<int count>(Index k) {
        const T* w = W + k * n_out;
        for (Index j = first; j < whole; j += lanes<T>) {
            Lanes<T> sum = load(y + j);
            for (int r = 0; r < count; ++r) {
                __builtin_prefetch(w + r * n_out + j + ahead * lanes<T>);
                sum += x[k + r] * load(w + r * n_out + j);
            }
            store(y + j, sum);
        }
    };
    Index k = 0;
    for (; k + rows <= n_in; k += rows) add.template operator()<rows>(k);
    for (; k < n_in; ++k) add.template operator()<1>(k);
    if (whole < last) {
        const Index columns = last - whole;
        Lanes<T> sum = load_some(b + whole, columns, T(0));
        k = 0;
        for (; k + lanes<T> / n_out + 1 < n_in; ++k) sum += x[k] * load(W + k * n_out + whole);
        for (; k < n_in; ++k) sum += x[k] * load_some(W + k * n_out + whole, columns, T(0));
        store_some(y + whole, columns, sum);
    }
}

// --- gelu and softmax ------------------------------------------------------------------------------------------------

template <class T>
struct Exp;  // what exp needs to know of the format of a number
template <>
struct Exp<float> {
    using Integer = std::int32_t;
    static constexpr int fraction_bits = 23, terms = 7;
    static constexpr float lowest = -87.33f, highest = 88.72283f;
    static constexpr float ln2_high = 0x1.62e4p-1f, ln2_low = 0x1.7f7d1cp-20f;
};
template <>
struct Exp<double> {
    using Integer = std::int64_t;
    static constexpr int fraction_bits = 52, terms = 13;
    static constexpr double lowest = -708.39, highest = 709.782712893384;
    static constexpr double ln2_high = 0x1.62e42fefa3800p-1, ln2_low = 0x1.ef35793c76730p-45;
};

template <class T>
constexpr T inverse_factorial(int n)
{
    long double product = 1;
    for (int k = 2; k <= n; ++k) product *= k;
    return static_cast<T>(1 / product);
}

// e^x in each lane, right to about one unit in the last place; 0 where it would be less than the smallest normal number.
template <class T>
Lanes<T> exp(const Lanes<T>& x)
{
    using Format = Exp<T>;
    using Integers = Lanes<typename Format::Integer>;
    const T rounder = T(1.5) * static_cast<T>(typename Format::Integer(1) << Format::fraction_bits);
    const Lanes<T> shifted = x * std::numbers::log2e_v<T> + rounder;
    const Lanes<T> n = shifted - rounder;
    const Lanes<T> r = (x - n * Format::ln2_high) - n * Format::ln2_low;
    Lanes<T> series = Lanes<T>{} + inverse_factorial<T>(Format::terms);
    for (int k = Format::terms - 1; k >= 0; --k) series = series * r + inverse_factorial<T>(k);
    const Lanes<T> result = std::bit_cast<Lanes<T>>(std::bit_cast<Integers>(series) + (std::bit_cast<Integers>(shifted) << Format::fraction_bits));
    const Lanes<T> zero{}, infinity = x + std::numeric_limits<T>::infinity();
    return x < Format::lowest ? zero : x <= Format::highest ? result : infinity;
}

template <class T>
Lanes<T> gelu(const Lanes<T>& x)
{
    constexpr T a = T(-2 * 0.79788456080286535587989211986876L), b = T(-2 * 0.79788456080286535587989211986876L * 0.044715L);
    return x / (exp<T>(x * (x * x * b + a)) + T(1));
}

}  // namespace

template <class T>
void fast::linear(const T* x, const T* W, const T* b, T* y, Index samples, Index n_in, Index n_out)
{
    const auto neurons = [&](Index first, Index last) {
        if (samples < 4)
            for (Index i = 0; i < samples; ++i) sample(x + i * n_in, W, b, y + i * n_out, n_in, n_out, first, last);
        else
            batch(x, W, b, y, samples, n_in, n_out, first, last);
    };
    if (samples * n_in * n_out < worth_threads<T>)
        neurons(0, n_out);
    else
        parallel(n_out, tile_registers * lanes<T>, neurons);
}
template <class T>
void fast::gelu(const T* x, T* y, Index n)
{
    const auto part = [&](Index first, Index last) {
        Index i = first;
        for (; i + lanes<T> <= last; i += lanes<T>) store(y + i, nn::gelu<T>(load(x + i)));
        if (i < last) store_some(y + i, last - i, nn::gelu<T>(load_some(x + i, last - i, T(0))));
    };
    if (n < 200'000)
        part(0, n);
    else
        parallel(n, lanes<T>, part);
}
template <class T>
void fast::softmax(const T* x, T* y, Index rows, Index n)
{
    constexpr T least = -std::numeric_limits<T>::infinity();
    const Index whole = n / lanes<T> * lanes<T>, some = n - whole;
    const Lanes<T> nothing = Lanes<T>{} + least;
    for (Index i = 0; i < rows; ++i, x += n, y += n) {
        const Lanes<T> last = some > 0 ? load_some(x + whole, some, least) : nothing;
        Lanes<T> most = last;
        for (Index j = 0; j < whole; j += lanes<T>) {
            const Lanes<T> v = load(x + j);
            most = v > most ? v : most;
        }
        T largest = most[0];
        for (Index j = 1; j < lanes<T>; ++j) largest = std::max(largest, most[j]);

        Lanes<T> sums{};
        for (Index j = 0; j < whole; j += lanes<T>) {
            const Lanes<T> e = nn::exp<T>(load(x + j) - largest);
            store(y + j, e);
            sums += e;
        }
        const Lanes<T> e = nn::exp<T>(last - largest);
        if (some > 0) sums += e;
        T sum = 0;
        for (Index j = 0; j < lanes<T>; ++j) sum += sums[j];
        const T scale = 1 / sum;
        for (Index j = 0; j < whole; j += lanes<T>) store(y + j, load(y + j) * scale);
        if (some > 0) store_some(y + whole, some, e * scale);
    }
}
template void fast::softmax(const float*, float*, Index, Index);
template void fast::softmax(const double*, double*, Index, Index);
template void fast::linear(const float*, const float*, const float*, float*, Index, Index, Index);
template void fast::linear(const double*, const double*, const double*, double*, Index, Index, Index);
template void fast::gelu(const float*, float*, Index);
template void fast::gelu(const double*, double*, Index);
}
