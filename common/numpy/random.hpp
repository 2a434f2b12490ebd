/// @file
/// NumPy's random numbers, bit for bit: `np.random.seed(s)` with `randn`, and `np.random.default_rng(s)` with `normal`.
///
/// Every operation on the bits is fixed by NumPy's documented algorithms, and its floating-point steps are compiled
/// without contraction (see CMakeLists.txt). Its logarithms and exponentials are those of glibc.hpp, so that the bits
/// are the same on every platform. Left out: other distributions, other bit generators, seeds that are arrays, jumping
/// ahead.
/// @chapter{3}
#pragma once

#include "numpy/array.hpp"
#include "numpy/glibc.hpp"
#include "numpy/large_pages.hpp"
#include "numpy/mt19937.hpp"
#include "numpy/ziggurat.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>

namespace numpy {

/// An array of shape (rows, columns) whose elements, row by row, `fill(span)` has written.
/// @throws std::invalid_argument when a size is negative.
template <class Array, class Fill>
Array filled(Eigen::Index rows, Eigen::Index columns, Fill fill)
{
    if (rows < 0 || columns < 0)
        throw std::invalid_argument("numpy: an array cannot have the shape (" + std::to_string(rows) + ", " +
                                    std::to_string(columns) + "); sizes are 0 or more");
    Array a(rows, columns);
    const std::span<double> elements(a.data(), static_cast<std::size_t>(a.size()));
    use_large_pages(elements.data(), elements.size_bytes());
    fill(elements);
    return a;
}

namespace detail {

/// Whether a point whose squared distance from the centre is r2 lies in the unit disc, and not at its centre.
inline bool in_disc(double r2) { return r2 < 1.0 && r2 != 0.0; }

}  // namespace detail

/// NumPy's legacy generator: `np.random.seed(seed)` or `np.random.RandomState(seed)`.
///
/// The engine is MT19937. Arrays are filled in blocks, with the numbers that as many single draws would give.
class RandomState {
public:
    /// Seeds the engine. NumPy, too, takes 0 to 2^32 - 1.
    explicit RandomState(std::uint32_t seed) : engine_(seed) {}

    /// Uniform on [0, 1): 53 random bits, from two 32-bit words.
    double random_sample()
    {
        const std::uint32_t first = engine_();
        return uniform(first, engine_());
    }

    /// One draw from the standard normal distribution, by the polar method (Marsaglia and Bray, 1964): a uniform point
    /// in the unit disc gives two independent normal numbers. The second one is kept for the next call.
    double randn()
    {
        if (has_kept_) {
            has_kept_ = false;
            return kept_;
        }
        double x1, x2, r2;
        do {
            x1 = 2.0 * random_sample() - 1.0;
            x2 = 2.0 * random_sample() - 1.0;
            r2 = x1 * x1 + x2 * x2;
        } while (!detail::in_disc(r2));
        const double f = factor(r2, glibc::log(r2));
        kept_ = f * x1;
        has_kept_ = true;
        return f * x2;
    }

    /// n standard normal draws, shape (n).
    /// @throws std::invalid_argument when n is negative.
    Vector<> randn(Eigen::Index n) { return randn_array<Vector<>>(1, n); }

    /// Standard normal draws of shape (rows, columns), drawn row by row.
    /// @throws std::invalid_argument when a size is negative.
    Matrix<> randn(Eigen::Index rows, Eigen::Index columns) { return randn_array<Matrix<>>(rows, columns); }

private:
    static double uniform(std::uint32_t first, std::uint32_t second)
    {
        const auto high = static_cast<std::int32_t>(first >> 5);  // 27 bits
        const auto low = static_cast<std::int32_t>(second >> 6);  // 26 bits
        return (high * 0x1p26 + low) / 0x1p53;
    }

    /// What makes the coordinates of a point in the disc normal.
    static double factor(double r2, double log_r2) { return std::sqrt(-2.0 * log_r2 / r2); }

    template <class Array>
    Array randn_array(Eigen::Index rows, Eigen::Index columns)
    {
        return filled<Array>(rows, columns, [this](std::span<double> a) { fill(a); });
    }

    void fill(std::span<double> a)
    {
        if (has_kept_ && !a.empty()) {
            a[0] = randn();
            a = a.subspan(1);
        }
        while (a.size() >= 2) a = a.subspan(fill_pairs(a));
        if (!a.empty()) a[0] = randn();
    }

    /// Fills the beginning of a with pairs of draws and returns how many numbers that are: randn(), a block at a time,
    /// in loops that compilers vectorise. Some of the points lie outside of the disc. It tries no more points than pairs
    /// are wanted, so it never draws a word that randn() would not have drawn.
    std::size_t fill_pairs(std::span<double> a)
    {
        constexpr std::size_t block = 256;
        const std::size_t tries = std::min(block, a.size() / 2);
        std::array<std::uint32_t, 4 * block> words;
        engine_.fill(std::span(words).first(4 * tries));

        std::array<double, block> x1, x2, r2, log_r2;
        for (std::size_t i = 0; i < tries; ++i) {
            x1[i] = 2.0 * uniform(words[4 * i], words[4 * i + 1]) - 1.0;
            x2[i] = 2.0 * uniform(words[4 * i + 2], words[4 * i + 3]) - 1.0;
            r2[i] = x1[i] * x1[i] + x2[i] * x2[i];
        }
        std::size_t inside = 0;
        for (std::size_t i = 0; i < tries; ++i) {  // without a branch, which would often be mispredicted
            const bool keep = detail::in_disc(r2[i]);
            x1[inside] = x1[i];
            x2[inside] = x2[i];
            r2[inside] = r2[i];
            inside += keep;
        }
        glibc::log(std::span(r2).first(inside), log_r2);
        for (std::size_t i = 0; i < inside; ++i) {
            const double f = factor(r2[i], log_r2[i]);
            a[2 * i] = f * x2[i];
            a[2 * i + 1] = f * x1[i];
        }
        return 2 * inside;
    }

    Mt19937 engine_;
    double kept_ = 0.0;
    bool has_kept_ = false;
};

/// NumPy's hash that spreads a seed over as many well-mixed words as an engine needs (`np.random.SeedSequence`; after
/// O'Neill, Developing a seed_seq Alternative, 2015).
class SeedSequence {
public:
    /// Mixes the seed into a pool of four words.
    explicit SeedSequence(std::uint64_t seed)
    {
        const std::array<std::uint32_t, 4> entropy = {static_cast<std::uint32_t>(seed),
                                                      static_cast<std::uint32_t>(seed >> 32), 0, 0};
        Hash hash{0x43b0d7e5, 0x931e8875};
        for (std::size_t i = 0; i < 4; ++i) pool_[i] = hash(entropy[i]);
        for (std::size_t from = 0; from < 4; ++from)
            for (std::size_t to = 0; to < 4; ++to)
                if (from != to) pool_[to] = mixed(pool_[to], hash(pool_[from]));
    }

    /// Four 64-bit words, as `generate_state(4, np.uint64)` gives them.
    std::array<std::uint64_t, 4> generate() const
    {
        Hash hash{0x8b51f9dd, 0x58f38ded};
        std::array<std::uint64_t, 4> words{};
        for (std::size_t i = 0; i < 8; ++i)  // low half first
            words[i / 2] |= std::uint64_t{hash(pool_[i % 4])} << (32 * (i % 2));
        return words;
    }

private:
    /// A multiplicative hash whose constant changes at each use.
    struct Hash {
        std::uint32_t constant, factor;
        std::uint32_t operator()(std::uint32_t value)
        {
            value ^= constant;
            constant *= factor;
            value *= constant;
            return value ^ (value >> 16);
        }
    };

    static std::uint32_t mixed(std::uint32_t x, std::uint32_t y)
    {
        const std::uint32_t value = 0xca01f9dd * x - 0x4973f715 * y;
        return value ^ (value >> 16);
    }

    std::array<std::uint32_t, 4> pool_{};
};

/// NumPy's modern generator, made by default_rng(): the engine PCG64 and the distributions drawn from it.
class Generator {
public:
    /// Seeds PCG64 (O'Neill, PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms, 2014: a
    /// 128-bit linear congruential generator with the output function XSL-RR).
    explicit Generator(const SeedSequence& seed)
    {
        const std::array<std::uint64_t, 4> words = seed.generate();
        increment_ = (join(words[2], words[3]) << 1) | 1;
        state_ = increment_ + join(words[0], words[1]);
        step();
    }

    /// Uniform on [0, 1): the upper 53 of 64 random bits.
    double random() { return static_cast<double>(next64() >> 11) * 0x1p-53; }

    /// One draw from the standard normal distribution by the ziggurat method (Marsaglia and Tsang, 2000): 256
    /// horizontal layers of equal area cover the curve. 99 draws of 100 fall where a layer lies wholly under the curve
    /// and cost one table look-up.
    double standard_normal()
    {
        const Candidate c(next64());
        if (c.magnitude < ziggurat::ki[c.layer]) [[likely]]
            return c.x;
        return second_look(c);
    }

    /// One draw from the normal distribution with mean loc and standard deviation scale.
    /// @throws std::invalid_argument when scale is negative.
    double normal(double loc, double scale)
    {
        check_scale(scale);
        return loc + scale * standard_normal();
    }

    /// n draws from the normal distribution, shape (n).
    /// @throws std::invalid_argument when scale or n is negative.
    Vector<> normal(double loc, double scale, Eigen::Index n) { return normal_array<Vector<>>(loc, scale, 1, n); }

    /// Draws from the normal distribution of shape (rows, columns), drawn row by row.
    /// @throws std::invalid_argument when scale or a size is negative.
    Matrix<> normal(double loc, double scale, Eigen::Index rows, Eigen::Index columns)
    {
        return normal_array<Matrix<>>(loc, scale, rows, columns);
    }

private:
    __extension__ using uint128 = unsigned __int128;  // PCG64's state; GCC and clang have it on every 64-bit target

    static uint128 join(std::uint64_t high, std::uint64_t low) { return uint128{high} << 64 | low; }

    static void check_scale(double scale)
    {
        if (std::signbit(scale) && !std::isnan(scale))  // -0.0, too, as in NumPy
            throw std::invalid_argument("numpy: normal() cannot take the scale " + std::to_string(scale) +
                                        "; a standard deviation is 0 or more");
    }

    void step() { state_ = state_ * join(0x2360ed051fc65da4, 0x4385df649fccf645) + increment_; }

    std::uint64_t next64()
    {
        step();
        const auto high = static_cast<std::uint64_t>(state_ >> 64), low = static_cast<std::uint64_t>(state_);
        return std::rotr(high ^ low, static_cast<int>(high >> 58));
    }

    /// A layer and a place in it, from 64 random bits.
    struct Candidate {
        std::size_t layer;
        std::uint64_t magnitude;  // 52 bits
        double x;

        explicit Candidate(std::uint64_t bits) : layer(bits & 0xff), magnitude(bits >> 9 & 0xfffffffffffff)
        {
            x = static_cast<double>(static_cast<std::int64_t>(magnitude)) * ziggurat::wi[layer];
            // The sign is moved into its place; a branch on it would be mispredicted half the time.
            x = glibc::with_bits(glibc::bits_of(x) | (bits >> 8 & 1) << 63);
        }
    };

    /// For a candidate that does not lie under the curve for certain: a closer look accepts it, or all begins anew. Not
    /// inlined, so that standard_normal() stays small.
    [[gnu::noinline]] double second_look(const Candidate& c)
    {
        if (c.layer == 0) return tail((c.magnitude >> 8) & 1);
        const double above = ziggurat::fi[c.layer], below = ziggurat::fi[c.layer - 1];
        if ((below - above) * random() + above < glibc::exp(-0.5 * c.x * c.x)) return c.x;
        return standard_normal();
    }

    /// Beyond the base layer: an exponential draw, accepted where it lies under the curve (Marsaglia, 1964).
    double tail(bool negative)
    {
        for (;;) {
            const double x = -glibc::log1p_of_minus(random()) * (1 / ziggurat::r);
            const double y = -glibc::log1p_of_minus(random());
            if (y + y > x * x) return negative ? -(ziggurat::r + x) : ziggurat::r + x;
        }
    }

    template <class Array>
    Array normal_array(double loc, double scale, Eigen::Index rows, Eigen::Index columns)
    {
        check_scale(scale);
        return filled<Array>(rows, columns, [=, this](std::span<double> a) {
            for (double& x : a) x = loc + scale * standard_normal();
        });
    }

    uint128 state_, increment_;
};

/// The generator that `np.random.default_rng(seed)` makes. (NumPy takes longer seeds, too: here 0 to 2^64 - 1.)
inline Generator default_rng(std::uint64_t seed) { return Generator(SeedSequence(seed)); }

}  // namespace numpy
