/// @file
/// NumPy's random numbers, bit for bit: `np.random.seed(s)` with `randn`, and `np.random.default_rng(s)` with `normal`.
///
/// Every operation on the bits is fixed by NumPy's documented algorithms, and its floating-point steps are compiled
/// without contraction (see CMakeLists.txt). Its logarithms and exponentials are those of glibc.hpp, so that the bits
/// are the same on every platform. Left out: other distributions, other bit generators, seeds that are arrays, jumping
/// ahead.
#pragma once

#include "numpy/array.hpp"
#include "numpy/glibc.hpp"
#include "numpy/ziggurat.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <random>
#include <stdexcept>
#include <string>

namespace numpy {

/// Fills an array of shape (rows, columns) in row order with what `draw()` returns.
/// @throws std::invalid_argument when a size is negative.
template <class Array, class Draw>
Array filled(Eigen::Index rows, Eigen::Index columns, Draw draw)
{
    if (rows < 0 || columns < 0)
        throw std::invalid_argument("numpy: an array cannot have the shape (" + std::to_string(rows) + ", " +
                                    std::to_string(columns) + "); sizes are 0 or more");
    Array a(rows, columns);
    for (Eigen::Index i = 0; i < rows; ++i)
        for (Eigen::Index j = 0; j < columns; ++j) a(i, j) = draw();
    return a;
}

/// NumPy's legacy generator: `np.random.seed(seed)` or `np.random.RandomState(seed)`.
///
/// The engine is MT19937 (Matsumoto and Nishimura, 1998), which the standard library has; seeded with one integer, both
/// give the same 32-bit words.
class RandomState {
public:
    /// Seeds the engine. NumPy, too, takes 0 to 2^32 - 1.
    explicit RandomState(std::uint32_t seed) : engine_(seed) {}

    /// Uniform on [0, 1): 53 random bits, from two 32-bit words.
    double random_sample()
    {
        const std::uint32_t high = word() >> 5;  // 27 bits
        const std::uint32_t low = word() >> 6;   // 26 bits
        return (high * 0x1p26 + low) / 0x1p53;
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
        } while (r2 >= 1.0 || r2 == 0.0);
        const double f = std::sqrt(-2.0 * glibc::log(r2) / r2);
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
    std::uint32_t word() { return static_cast<std::uint32_t>(engine_()); }

    template <class Array>
    Array randn_array(Eigen::Index rows, Eigen::Index columns)
    {
        return filled<Array>(rows, columns, [this] { return randn(); });
    }

    std::mt19937 engine_;
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
        for (;;) {
            const std::uint64_t bits = next64();
            const std::size_t layer = bits & 0xff;
            const bool negative = (bits >> 8) & 1;
            const std::uint64_t magnitude = (bits >> 9) & 0xfffffffffffff;  // 52 bits
            const double x = static_cast<double>(magnitude) * ziggurat::wi[layer];
            if (magnitude < ziggurat::ki[layer]) return negative ? -x : x;
            if (layer == 0) return tail((magnitude >> 8) & 1);
            const double above = ziggurat::fi[layer], below = ziggurat::fi[layer - 1];
            if ((below - above) * random() + above < glibc::exp(-0.5 * x * x)) return negative ? -x : x;
        }
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
        return filled<Array>(rows, columns, [=, this] { return loc + scale * standard_normal(); });
    }

    uint128 state_, increment_;
};

/// The generator that `np.random.default_rng(seed)` makes. (NumPy takes longer seeds, too: here 0 to 2^64 - 1.)
inline Generator default_rng(std::uint64_t seed) { return Generator(SeedSequence(seed)); }

}  // namespace numpy
