// The inner loops of the layers, as fast as the processor and its memory allow.
//
// Three ideas carry all of it.
//  - A processor adds and multiplies a whole register of numbers at once: 16 floats with AVX-512, 4 on any x86-64.
//    `Lanes` is such a register. Here, and in this file alone, the compiler may fuse a * b + c (-ffp-contract=fast):
//    that is one step instead of two, and rounds once instead of twice.
//  - Arithmetic is cheap, memory is far. What was loaded is used as often as possible while it is in a register (see
//    tile()) or in the cache (see batch()), and what will be needed soon is asked for early (prefetch).
//  - Each sum starts with the bias and runs over the inputs in order, however the work is cut into pieces. So a sample
//    gives the same bits alone, in any batch, and with any number of threads.
//
// Left out: choosing instructions while running. The compiler's flags choose them: -march=native in the release build.
#include "nn/fast.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <exception>
#include <limits>
#include <memory>
#include <numbers>
#include <thread>
#include <utility>
#include <vector>

namespace nn {
namespace {

using Eigen::Index;

// --- registers -------------------------------------------------------------------------------------------------------

#if defined __AVX512F__
constexpr int register_bytes = 64, registers = 32;
#elif defined __AVX__
constexpr int register_bytes = 32, registers = 16;
#elif defined __aarch64__
constexpr int register_bytes = 16, registers = 32;
#else
constexpr int register_bytes = 16, registers = 16;
#endif
constexpr Index line_bytes = 64;  // what memory gives at once

template <class T>
struct Register {
    typedef T Type __attribute__((vector_size(register_bytes)));  // GCC and Clang: + * < ?: and so on work lane by lane
};

template <class T>
using Lanes = typename Register<T>::Type;

template <class T>
constexpr int lanes = register_bytes / sizeof(T);

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

// The first n numbers, and `other` in the lanes behind them. Memory behind the n is read, but none from `end` on. Inline,
// for around a call all registers would be stored.
template <class T>
[[gnu::always_inline]] inline Lanes<T> load_some(const T* from, Index n, T other, const T* end)
{
    using Integer = std::conditional_t<sizeof(T) == sizeof(float), std::int32_t, std::int64_t>;
    constexpr auto numbered = [] {
        std::array<Integer, lanes<T>> numbers{};
        for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = static_cast<Integer>(i);
        return numbers;
    }();
    T copy[lanes<T>] = {};
    if (end - from < lanes<T>) from = std::copy_n(from, n, copy) - n;
    return load(numbered.data()) < static_cast<Integer>(n) ? load(from) : Lanes<T>{} + other;
}

// Stores the first n lanes. Memory behind the n may be written to, but none from `end` on.
template <class T>
void store_some(T* to, Index n, const Lanes<T>& v, T* end)
{
    if (n < lanes<T> && end - to < lanes<T>) {
        T all[lanes<T>];
        store(all, v);
        std::copy_n(all, n, to);
    } else {
        store(to, v);
    }
}

// Lane (i + distance) in each lane i.
template <int distance, class T>
Lanes<T> rotated(const Lanes<T>& v)
{
    return [&]<int... i>(std::integer_sequence<int, i...>) {
        return Lanes<T>(__builtin_shufflevector(v, v, ((i + distance) % lanes<T>)...));
    }(std::make_integer_sequence<int, lanes<T>>{});
}

// f(f(v0, v2), f(v1, v3)) for four lanes, and so on: few steps that wait for each other, and always in the same order.
template <class T, int distance = lanes<T> / 2, class F>
T fold(const Lanes<T>& v, F f)
{
    if constexpr (distance == 0) return v[0];
    else return fold<T, distance / 2>(f(v, rotated<distance, T>(v)), f);
}

// Before a loop of few steps over an array of registers: without the loop, the array can be registers.
#define UNROLL _Pragma("GCC unroll 16")

template <class T>
void prefetch(const T* from, Index bytes = 1)
{
    for (Index i = 0; i < bytes; i += line_bytes) __builtin_prefetch(reinterpret_cast<const char*>(from) + i);
}

// --- threads ---------------------------------------------------------------------------------------------------------

int threads_allowed = 1;

// Threads need a few microseconds to begin and to end: fewer products than this are not worth it, and fewer values of
// gelu.
constexpr Index worth_threads = 1'000'000, worth_threads_gelu = 100'000;

}  // namespace

void use_threads(int count) { threads_allowed = std::max(count, 1); }

// OpenMP keeps its threads for the next time. Where it is missing, the parts are done one after the other.
void fast::parallel(Index count, Index step, const std::function<void(Index first, Index last)>& work)
{
    const Index steps = (count + step - 1) / step, parts = std::min<Index>(steps, threads_allowed);
    if (parts <= 1) return work(0, count);

    std::exception_ptr problem;
#ifdef _OPENMP
#pragma omp parallel for num_threads(static_cast<int>(parts)) schedule(static, 1)
#endif
    for (Index p = 0; p < parts; ++p) {
        try {
            work(steps * p / parts * step, std::min(count, steps * (p + 1) / parts * step));
        } catch (...) {
#ifdef _OPENMP
#pragma omp critical
#endif
            problem = std::current_exception();
        }
    }
    if (problem) std::rethrow_exception(problem);
}

namespace {

// --- x W + b, one sample ---------------------------------------------------------------------------------------------

// Every weight is used once, so this is as fast as the weights come. They come fastest when some hundred bytes are taken
// from each of several rows in turn: the processor foresees that, and the sums are loaded and stored once for all these
// rows.
constexpr int streams = 16, part_registers = 8;

// y += x W for `rows` rows of W and `width` registers of neurons.
template <int rows, int width, class T>
void add_part(const T* x, const T* W, T* y, Index n_out)
{
    Lanes<T> sum[width];
    UNROLL for (int j = 0; j < width; ++j) sum[j] = load(y + j * lanes<T>);
    UNROLL for (int r = 0; r < rows; ++r)
        UNROLL for (int j = 0; j < width; ++j) sum[j] += x[r] * load(W + r * n_out + j * lanes<T>);
    UNROLL for (int j = 0; j < width; ++j) store(y + j * lanes<T>, sum[j]);
}

// The same for as many whole registers as there are in `columns` neurons.
template <int rows, class T>
void add_rows(const T* x, const T* W, T* y, Index n_out, Index columns)
{
    constexpr Index part = part_registers * lanes<T>;
    Index j = 0;
    for (; j + part <= columns; j += part) add_part<rows, part_registers>(x, W + j, y + j, n_out);
    for (; j < columns; j += lanes<T>) add_part<rows, 1>(x, W + j, y + j, n_out);
}

// y = x W + b for a few columns, n of them in the last of `count` registers, where their sums stay.
template <int count, class T>
void sum_columns(const T* x, const T* W, const T* W_end, const T* b, T* y, Index n_in, Index n_out, Index n)
{
    constexpr Index last = (count - 1) * lanes<T>;
    Lanes<T> sum[count];
    UNROLL for (int r = 0; r < count - 1; ++r) sum[r] = load(b + r * lanes<T>);
    sum[count - 1] = load_some(b + last, n, T(0), b + last + n);
    Index k = 0;  // behind the n columns are others, which do no harm, or nothing, which would
    for (; W_end - W >= count * lanes<T> && k < n_in; ++k, W += n_out)
        UNROLL for (int r = 0; r < count; ++r) sum[r] += x[k] * load(W + r * lanes<T>);
    for (; k < n_in; ++k, W += n_out) {
        UNROLL for (int r = 0; r < count - 1; ++r) sum[r] += x[k] * load(W + r * lanes<T>);
        sum[count - 1] += x[k] * load_some(W + last, n, T(0), W_end);
    }
    UNROLL for (int r = 0; r < count - 1; ++r) store(y + r * lanes<T>, sum[r]);
    store_some(y + last, n, sum[count - 1], y + last + n);
}

template <class T>
void one_sample(const T* x, const T* W, const T* W_end, const T* b, T* y, Index n_in, Index n_out, Index columns)
{
    if (columns > lanes<T> && columns <= 2 * lanes<T>)
        return sum_columns<2>(x, W, W_end, b, y, n_in, n_out, columns - lanes<T>);

    const Index rest = columns % lanes<T>, whole = columns - rest;
    if (rest > 0) sum_columns<1>(x, W + whole, W_end, b + whole, y + whole, n_in, n_out, rest);
    if (whole == 0) return;
    std::copy_n(b, whole, y);
    Index k = 0;
    for (; k + streams <= n_in; k += streams) add_rows<streams>(x + k, W + k * n_out, y, n_out, whole);
    for (; k < n_in; ++k) add_rows<1>(x + k, W + k * n_out, y, n_out, whole);
}

// --- x W + b, a batch ------------------------------------------------------------------------------------------------

// A tile of y, tile_rows samples high and tile_registers wide, stays in registers while the inputs pass by: then a
// loaded register of W serves all samples of the tile, and a loaded number of x all its neurons.
constexpr int tile_rows = registers / 4, tile_registers = 2;

// A block of x is what stays in the second-level cache: so many samples, and so many bytes of each.
constexpr Index block_samples = 128, block_bytes = 4096;

// Rows of numbers, `stride` apart.
template <class T>
struct Matrix {
    T* at;
    Index stride;

    Matrix below(Index rows) const { return {at + rows * stride, stride}; }
};

// A strip of W, as wide as a tile, on its way to where its rows follow each other. In a large W each row is in a page of
// memory of its own, and a cache has room for few of them, as they are a power of two apart. So a row is asked for some
// rows ahead, and a strip is copied while the one before it is at work. The strip behind the last has no columns.
template <class T>
class Packing {
public:
    static constexpr Index wide = tile_registers * lanes<T>, ahead = 16;

    Packing(Matrix<const T> from, const T* end, Index rows, Index columns, T* to)
        : from_(from), end_(end), rows_(rows), columns_(std::min(columns, wide)), to_(to)
    {
        for (Index i = 0; i < std::min(ahead, rows); ++i) ask_for(i);
    }

    // Behind the last columns the copy has what stands there in W, or nothing: nobody uses it.
    void copy_row()
    {
        if (rows_ > ahead) ask_for(ahead);
        if (end_ - from_.at >= wide)
            for (Index j = 0; j < columns_; j += lanes<T>) store(to_ + j, load(from_.at + j));
        else
            std::copy_n(from_.at, columns_, to_);
        from_ = from_.below(1);
        to_ += wide;
        --rows_;
    }

    void copy_rest()
    {
        while (rows_ > 0) copy_row();
    }

private:
    void ask_for(Index row) const { prefetch(from_.below(row).at, wide * Index{sizeof(T)}); }

    Matrix<const T> from_;
    const T* end_;
    Index rows_;  // that are still to be copied
    Index columns_;
    T* to_;
};

// y = start + x W for one tile, where W is packed. Every so many steps a row of `next` is packed.
template <int rows, int width, class T>
void tile(Matrix<const T> x, const T* W, Index depth, Matrix<const T> start, Matrix<T> y, Packing<T>& next, Index every)
{
    Lanes<T> sum[rows][width];
    UNROLL for (int i = 0; i < rows; ++i)
        UNROLL for (int j = 0; j < width; ++j) sum[i][j] = load(start.at + i * start.stride + j * lanes<T>);

    Index wait = every;
    for (Index k = 0; k < depth; ++k, W += Packing<T>::wide) {
        if (--wait == 0) {
            next.copy_row();
            wait = every;
        }
        Lanes<T> w[width];
        UNROLL for (int j = 0; j < width; ++j) w[j] = load(W + j * lanes<T>);
        UNROLL for (int i = 0; i < rows; ++i)
            UNROLL for (int j = 0; j < width; ++j) sum[i][j] += x.at[i * x.stride + k] * w[j];
    }

    UNROLL for (int i = 0; i < rows; ++i)
        UNROLL for (int j = 0; j < width; ++j) store(y.at + i * y.stride + j * lanes<T>, sum[i][j]);
}

// y = start + x W for `columns` neurons, `width` registers wide, and W packed: tile below tile, each of which packs its
// share of `next`.
template <int width, class T>
void strip(Matrix<const T> x, const T* W, Index depth, Matrix<const T> start, Matrix<T> y, Index samples, Index columns,
           Packing<T>& next)
{
    constexpr Index wide = width * lanes<T>;
    const auto rest = static_cast<std::size_t>(samples % tile_rows);  // for which there are tiles of 4, 2 and 1
    const Index every = samples / tile_rows + std::popcount(rest);
    Index i = 0;
    const auto tiles = [&]<int rows>() {
        for (; i + rows <= samples; i += rows) {
            for (Index r = i + rows; r < std::min(i + rows + rows, samples); ++r)  // the sums of the next tile
                prefetch(start.below(r).at, wide * Index{sizeof(T)});
            if (columns == wide) {
                tile<rows, width, T>(x.below(i), W, depth, start.below(i), y.below(i), next, every);
            } else {  // not all columns exist: the tile gets a place of its own
                T edge[rows * wide] = {};
                for (int r = 0; r < rows; ++r) std::copy_n(start.below(i + r).at, columns, edge + r * wide);
                tile<rows, width, T>(x.below(i), W, depth, {edge, wide}, {edge, wide}, next, every);
                for (int r = 0; r < rows; ++r) std::copy_n(edge + r * wide, columns, y.below(i + r).at);
            }
        }
    };
    tiles.template operator()<tile_rows>();
    if constexpr (tile_rows > 4) tiles.template operator()<4>();
    tiles.template operator()<2>();
    tiles.template operator()<1>();
    next.copy_rest();
}

template <class T>
void batch(const T* x, const T* W, const T* W_end, const T* b, T* y, Index samples, Index n_in, Index n_out,
           Index columns)
{
    constexpr Index wide = Packing<T>::wide, most = block_bytes / sizeof(T);
    const auto room = [](Index size) { return std::unique_ptr<T[]>(new T[static_cast<std::size_t>(size)]); };
    const Index strip_size = std::min(n_in, most) * wide;
    const auto strips = room(2 * strip_size + lanes<T>);
    T* packed = strips.get() + (-std::bit_cast<std::uintptr_t>(strips.get()) % register_bytes) / sizeof(T);
    T* spare = packed + strip_size;
    // Samples that are longer than a block are copied to it: rows far apart would push each other out of the cache.
    constexpr Index block_stride = most + line_bytes / sizeof(T);
    const auto copy = n_in > most ? room(std::min(samples, block_samples) * block_stride) : nullptr;

    for (Index i = 0; i < samples; i += block_samples) {
        const Index rows = std::min(block_samples, samples - i);
        for (Index k = 0; k < n_in; k += most) {
            const Index depth = std::min(most, n_in - k);
            Matrix<const T> block{x + i * n_in + k, n_in};
            if (copy) {
                for (Index r = 0; r < rows; ++r) std::copy_n(block.below(r).at, depth, copy.get() + r * block_stride);
                block = {copy.get(), block_stride};
            }
            const auto pack = [&](Index j) {
                return Packing<T>({W + k * n_out + j, n_out}, W_end, depth, columns - j, spare);
            };
            Packing<T> next = pack(0);
            next.copy_rest();
            for (Index j = 0; j < columns; j += wide) {
                std::swap(packed, spare);
                next = pack(std::min(j + wide, columns));
                const Matrix<T> out{y + i * n_out + j, n_out};
                const Matrix<const T> start = k == 0 ? Matrix<const T>{b + j, 0} : Matrix<const T>{out.at, n_out};
                if (columns - j > lanes<T>)
                    strip<tile_registers, T>(block, packed, depth, start, out, rows, std::min(columns - j, wide), next);
                else
                    strip<1, T>(block, packed, depth, start, out, rows, columns - j, next);
            }
        }
    }
}

}  // namespace

template <class T>
void fast::linear(const T* x, const T* W, const T* b, T* y, Index samples, Index n_in, Index n_out)
{
    if (n_in == 0 || n_out == 0) {  // there is no W
        for (Index i = 0; i < samples; ++i) std::copy_n(b, n_out, y + i * n_out);
        return;
    }
    const auto part = [&](Index first_sample, Index last_sample, Index first, Index last) {
        const Index count = last_sample - first_sample, columns = last - first;
        const T *from = x + first_sample * n_in, *weights = W + first, *W_end = W + n_in * n_out, *biases = b + first;
        T* to = y + first_sample * n_out + first;
        if (count >= 4) return batch(from, weights, W_end, biases, to, count, n_in, n_out, columns);
        for (Index i = 0; i < count; ++i)  // too few to fill a tile
            one_sample(from + i * n_in, weights, W_end, biases, to + i * n_out, n_in, n_out, columns);
    };
    if (samples * n_in * n_out < worth_threads)
        part(0, samples, 0, n_out);
    else if (samples >= 2 * block_samples)
        parallel(samples, block_samples, [&](Index first, Index last) { part(first, last, 0, n_out); });
    else
        parallel(n_out, tile_registers * lanes<T>, [&](Index first, Index last) { part(0, samples, first, last); });
}

template void fast::linear(const float*, const float*, const float*, float*, Index, Index, Index);
template void fast::linear(const double*, const double*, const double*, double*, Index, Index, Index);

namespace {

// --- gelu and softmax ------------------------------------------------------------------------------------------------

// What exp must know of a format. Between lowest and highest, e^x is a normal number. ln2_high has so few digits that n
// times it is exact.
template <class T>
struct Format;

template <>
struct Format<float> {
    using Integer = std::uint32_t;
    static constexpr int fraction_bits = 23, degree = 6;
    static constexpr float lowest = -87.33f, highest = 88.72283f, ln2_high = 0x1.62e4p-1f, ln2_low = 0x1.7f7d1cp-20f;
};

template <>
struct Format<double> {
    using Integer = std::uint64_t;
    static constexpr int fraction_bits = 52, degree = 11;
    static constexpr double lowest = -708.39, highest = 709.782712893384, ln2_high = 0x1.62e42fefa38p-1,
                            ln2_low = 0x1.ef35793c7673p-45;
};

// The coefficients of a polynomial for e^r with |r| <= h = ln 2 / 2: Taylor's, and then the two highest terms are given
// up for less than they are worth. On [-h, h], r^m is closest to r^m - 2 (h/2)^m T_m(r/h), which has no r^m, where T_m
// is Chebyshev's polynomial; the step from its coefficient at r^(m - 2k + 2) to the one at r^(m - 2k) is known.
template <class T>
constexpr auto series = [] {
    constexpr int degree = Format<T>::degree;
    constexpr long double h = std::numbers::ln2_v<long double> / 2;
    std::array<long double, degree + 3> c{1};
    for (std::size_t k = 1; k < c.size(); ++k) c[k] = c[k - 1] / static_cast<long double>(k);
    for (int m = degree + 2; m > degree; --m) {
        long double term = c[static_cast<std::size_t>(m)];
        for (int k = 1; 2 * k <= m; ++k) {
            term *= -h * h * (m - 2 * k + 2) * (m - 2 * k + 1) / (4 * k * (m - k));
            c[static_cast<std::size_t>(m - 2 * k)] -= term;
        }
    }
    std::array<T, degree + 1> rounded{};
    for (std::size_t k = 0; k < rounded.size(); ++k) rounded[k] = static_cast<T>(c[k]);
    return rounded;
}();

// e^x in each lane: x = n ln 2 + r with |r| < 0.35, so e^x = 2^n e^r, and e^r is a polynomial. Right to one unit in
// the last place or so, and 0 where the result would be subnormal; infinities and NaN as in std::exp. When no x is above
// 0, `above_zero` may be false, which is faster.
template <class T, bool above_zero = true>
Lanes<T> exp(const Lanes<T>& x)
{
    using F = Format<T>;
    using Integers = Lanes<typename F::Integer>;
    // Adding 1.5 * 2^52 rounds to a whole number and leaves it in the last bits of the sum.
    constexpr T rounder = T(1.5) * (typename F::Integer(1) << F::fraction_bits);
    const Lanes<T> sum = x * std::numbers::log2e_v<T> + rounder;
    const Lanes<T> n = sum - rounder;
    const Lanes<T> r = x - n * F::ln2_high - n * F::ln2_low;
    Lanes<T> power = Lanes<T>{} + series<T>.back();
    for (std::size_t k = series<T>.size() - 1; k-- > 0;) power = power * r + series<T>[k];
    // Times 2^n: n is added to the exponent (in unsigned numbers, which may pass their end). Up to 0, 2^n is a number of
    // its own, and a product with it keeps NaN; above, it may not be, while the result still is.
    const Integers exponent = std::bit_cast<Integers>(sum) << F::fraction_bits;
    const auto scaled = [&](const Lanes<T>& v) {
        return std::bit_cast<Lanes<T>>(std::bit_cast<Integers>(v) + exponent);
    };
    if constexpr (!above_zero) return x < F::lowest ? Lanes<T>{} : power * scaled(Lanes<T>{} + T(1));
    const Lanes<T> beyond = x + std::numeric_limits<T>::infinity();  // infinity, or NaN
    return x < F::lowest ? Lanes<T>{} : x <= F::highest ? scaled(power) : beyond;
}

// The formula of activation.hpp: x / (1 + exp(-2u)) with -2u = a x + b x^3.
template <class T>
Lanes<T> gelu(const Lanes<T>& x)
{
    constexpr T a = T(-2 * 0.797884560802865355879892119868763737L), b = T(0.044715L * a);
    return x / (T(1) + exp<T>(x * (a + b * (x * x))));
}

// Calls each(i, n, v) for the registers of a row of numbers: n lanes of v hold those from i on, the others `other`.
template <class T, class F>
void for_each_register(const T* row, Index size, const T* end, T other, F each)
{
    Index i = 0;
    for (; i + lanes<T> <= size; i += lanes<T>) each(i, lanes<T>, load(row + i));
    if (i < size) each(i, size - i, load_some(row + i, size - i, other, end));
}

}  // namespace

template <class T>
void fast::gelu(const T* x, T* y, Index n)
{
    const auto part = [&](Index first, Index last) {
        for_each_register(x + first, last - first, x + last, T(0), [&](Index i, Index count, const Lanes<T>& v) {
            store_some(y + first + i, count, nn::gelu<T>(v), y + last);
        });
    };
    if (n < worth_threads_gelu)
        part(0, n);
    else
        parallel(n, lanes<T>, part);
}

template void fast::gelu(const float*, float*, Index);
template void fast::gelu(const double*, double*, Index);

template <class T>
void fast::softmax(const T* x, T* y, Index samples, Index n)
{
    constexpr T least = -std::numeric_limits<T>::infinity();
    const auto max = [](const Lanes<T>& a, const Lanes<T>& b) { return a > b ? a : b; };
    const auto plus = [](const Lanes<T>& a, const Lanes<T>& b) { return a + b; };
    const T* const x_end = x + samples * n;
    T* const y_end = y + samples * n;
    // What a store writes behind the row belongs to rows that are still to come.
    for (Index row = 0; row < samples; ++row, x += n, y += n) {
        if (n <= lanes<T>) {  // it stays in a register
            const Lanes<T> v = load_some(x, n, least, x_end), e = nn::exp<T, false>(v - fold<T>(v, max));
            store_some(y, n, e * (1 / fold<T>(e, plus)), y_end);
            continue;
        }
        const Lanes<T> lowest = Lanes<T>{} + least;
        Lanes<T> most[] = {lowest, lowest, lowest, lowest}, sums{};  // four, since each max waits for the one before
        Index done = 0;
        for (; done + 4 * lanes<T> <= n; done += 4 * lanes<T>)
            UNROLL for (int j = 0; j < 4; ++j) most[j] = max(load(x + done + j * lanes<T>), most[j]);
        for_each_register(x + done, n - done, x_end, least,
                          [&](Index, Index, const Lanes<T>& v) { most[0] = max(v, most[0]); });
        const T largest = fold<T>(max(max(most[0], most[1]), max(most[2], most[3])), max);
        for_each_register(x, n, x_end, least, [&](Index i, Index count, const Lanes<T>& v) {
            const Lanes<T> e = nn::exp<T, false>(v - largest);
            store_some(y + i, count, e, y_end);
            sums += e;
        });
        const T scale = 1 / fold<T>(sums, plus);
        for_each_register<T>(y, n, y_end, T(0),
                             [&](Index i, Index count, const Lanes<T>& e) { store_some(y + i, count, e * scale, y_end); });
    }
}

template void fast::softmax(const float*, float*, Index, Index);
template void fast::softmax(const double*, double*, Index, Index);

}  // namespace nn
