/// @file
/// log, log1p and exp, rounded as glibc rounds them: NumPy's random numbers hang on their last bits.
///
/// NumPy takes these functions from the C library, and a C library may round them as it likes. What NumPy prints on
/// x86-64 Linux comes from glibc (2.28 and newer) on processors with fused multiply-add, std::fma, which rounds
/// a * b + c once instead of twice. Here are the same sums in the same order, with std::fma where glibc's compiled code
/// has it; as std::fma is exact on every platform, with or without help of the processor, these give the same bits
/// everywhere. Methods: log and exp are by Szabolcs Nagy (Arm Optimized Routines, 2018), log1p is that of FDLIBM (Sun
/// Microsystems, 1993). Left out: arguments that the generators never pass (each function says which it takes).
/// @chapter{3}
#pragma once

#include "numpy/glibc_tables.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

/// The C library's functions in glibc's rounding.
namespace numpy::glibc {

/// The 64 bits of a number. (std::bit_cast, which the standard library of Debian 12's Emscripten lacks.)
inline std::uint64_t bits_of(double x) { return __builtin_bit_cast(std::uint64_t, x); }

/// The number with these bits.
inline double with_bits(std::uint64_t bits) { return __builtin_bit_cast(double, bits); }

/// The parts of log().
namespace detail {

/// A logarithm before its last rounding, hi + lo. A lo computed with another rounding is at most slack away.
struct Sum {
    double hi, lo, slack;

    double rounded() const { return hi + lo; }
    bool in_doubt() const { return hi + (lo - slack) != hi + (lo + slack); }
};

/// a * b + c rounded twice, which is fast everywhere.
inline constexpr auto rounded_twice = [](double a, double b, double c) { return a * b + c; };

/// a * b + c rounded once.
inline constexpr auto rounded_once = [](double a, double b, double c) { return std::fma(a, b, c); };

/// The upper half of a number's digits, so that products of halves need no rounding (Dekker, 1971).
inline double upper_half(double x)
{
    return with_bits((bits_of(x) + 0x4000000) & 0xfffffffff8000000);
}

/// a * b - 1 rounded once, as std::fma(a, b, -1) gives it, for a * b near 1: there the subtraction is exact.
inline double product_minus_one(double a, double b)
{
    const double product = a * b, a1 = upper_half(a), b1 = upper_half(b), a2 = a - a1, b2 = b - b1;
    const double rest = ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2;  // what product has lost, exactly
    return (product - 1.0) + rest;
}

/// For 0.9375 <= x < 1.064: log(1 + r) = r - r^2/2 + r^3 p(r).
template <class MultiplyAdd>
Sum log_near_one(double x, MultiplyAdd multiply_add)
{
    const double r = x - 1.0, r2 = r * r, r3 = r * r2;
    constexpr auto& a = tables::near_one;
    const auto quadratic = [&](std::size_t i) {  // three terms of p
        return multiply_add(r2, a[i + 2], multiply_add(r, a[i + 1], a[i]));
    };
    const double p3 = multiply_add(r3, a[9], quadratic(6));
    const double p2 = multiply_add(p3, r3, quadratic(3));
    const double p = multiply_add(p2, r3, quadratic(0));

    const double shift = r * 0x1p27, upper = r + shift - shift, lower = r - upper;  // upper^2 is exact
    const double half_square = 0.5 * upper * upper;
    const double hi = r - half_square;
    const double lost = multiply_add(-0.5 * lower, upper + r, r - hi - half_square);
    // The slack: p and its product vary by less than 2^-51 |r^3|, what is lost by less than 2^-104 |r|.
    return {hi, multiply_add(p, r3, lost), 0x1p-50 * std::abs(r) * (r2 + 0x1p-53)};
}

/// For other x: x = 2^k z, and with a c near z from the table log(x) = k log(2) + log(c) + log(1 + r), r = z/c - 1.
/// Always inlined, since a loop with a call in it cannot be vectorised.
template <class MultiplyAdd>
[[gnu::always_inline]] inline Sum log_by_table(double x, MultiplyAdd multiply_add)
{
    // Count the doubles from 0.6875 * 2^-1024 to x: each doubling has 2^52 of them, each interval of the table 2^45.
    const std::uint64_t first = 0x3fe6000000000000;  // 0.6875
    const std::uint64_t steps = bits_of(x) - first + (std::uint64_t{1024} << 52);
    const std::size_t i = steps >> 45 & 127;
    const double z = with_bits(first + (steps & 0xfffffffffffff));
    // As steps / 2^52 - 1024; put into the bits of 2^52, a whole number is converted with vector instructions, too.
    const double k = with_bits(0x4330000000000000 | steps >> 52) - (0x1p52 + 1024);

    const double r = product_minus_one(z, tables::inverse[i]), r2 = r * r;
    const double whole = k * 0x1.62e42fefa3800p-1 + tables::log_centre[i];  // exact: both are multiples of 2^-43
    const double hi = whole + r;
    double lo = multiply_add(k, 0x1.ef35793c76730p-45, whole - hi + r);
    constexpr auto& a = tables::in_interval;
    lo = multiply_add(r2, a[0], lo);
    const double p = multiply_add(multiply_add(r, a[4], a[3]), r2, multiply_add(r, a[2], a[1]));
    // The slack: r^2 / 2 is below 2^-17, and the roundings of it and of the two sums vary by less than 2^-68.
    return {hi, multiply_add(r * r2, p, lo), 0x1p-66};
}

inline bool near_one(double x) { return x >= 0.9375 && x < 0x1.109p+0; }

template <class MultiplyAdd>
Sum log(double x, MultiplyAdd multiply_add)
{
    return near_one(x) ? log_near_one(x, multiply_add) : log_by_table(x, multiply_add);
}

}  // namespace detail

/// The natural logarithm of a normal number above 0 (glibc's __log_fma).
///
/// The sum is first computed with ordinary roundings. They cost hi nothing and lo less than the slack, so where both
/// ends of the slack round to the same number, that is the result. Once in a thousand times they do not, and only then
/// the fused operations are needed, which are slow where the processor has none.
inline double log(double x)
{
    const detail::Sum sum = detail::log(x, detail::rounded_twice);
    return sum.in_doubt() ? detail::log(x, detail::rounded_once).rounded() : sum.rounded();
}

/// The logarithm of each element: y[i] = log(x[i]). y has at least as many elements as x.
inline void log(std::span<const double> x, std::span<double> y)
{
    // First, in a loop without branches, which compilers vectorise, what most elements need. Then the others.
    const double open = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t i = 0; i < x.size(); ++i) {
        const detail::Sum sum = detail::log_by_table(x[i], detail::rounded_twice);
        y[i] = sum.in_doubt() ? open : sum.rounded();
    }
    for (std::size_t i = 0; i < x.size(); ++i)
        if (detail::near_one(x[i]) || std::isnan(y[i])) y[i] = log(x[i]);
}

/// log(1 - u) for the multiples u of 2^-53 in [0, 1), rounded as glibc's log1p(-u) (__log1p_fma).
inline double log1p_of_minus(double u)
{
    // 1 - u = 2^k (1 + f) with 1 + f between sqrt(1/2) and sqrt(2). For these u nothing is rounded.
    int k = 0;
    double f = -u;
    if (u >= 0x1.2bec4p-2) {
        double mantissa = std::frexp(1.0 - u, &k);
        if (mantissa < 0x1.6a09ep-1) {
            mantissa *= 2.0;
            --k;
        }
        f = mantissa - 1.0;
    }
    // log(1 + f) = f - rest, and a short series serves near 2^k.
    const double half_square = 0.5 * f * f, k_log2_low = k * 0x1.a39ef35793c76p-33;
    double rest;
    if (u < 0x1p-29) {
        rest = half_square;
    } else if (k != 0 && f >= -0x1.8p-20 && f < 0x1p-20) {
        rest = half_square * std::fma(-0x1.5555555555555p-1, f, 1.0) - k_log2_low;
    } else {
        // With s = f / (2 + f), log(1 + f) = 2 (s + s^3/3 + s^5/5 + ...) = f - (f^2/2 - s (f^2/2 + series)).
        const double s = f / (2.0 + f), z = s * s, z2 = z * z, z4 = z2 * z2, z6 = z4 * z2;
        constexpr auto& a = tables::artanh;
        double series = z2 * std::fma(z, a[2], a[1]);
        series = std::fma(z, a[0], series);
        series = std::fma(z4, std::fma(z, a[4], a[3]), series);
        series = std::fma(z6, std::fma(z, a[6], a[5]), series);
        rest = half_square - (k_log2_low + s * (half_square + series));
    }
    return k * 0x1.62e42feep-1 - (rest - f);  // this product is exact
}

/// The exponential of x in [-500, 500] (glibc's __exp_fma).
inline double exp(double x)
{
    // x = k log(2)/128 + r; then exp(x) = 2^(k/128) (1 + (exp(r) - 1)), with 2^(k/128) from the table.
    const double shift = 0x1.8p52;  // adding it rounds to a whole number, which the lowest bits then hold
    const double shifted = std::fma(x, 0x1.71547652b82fep+7, shift);
    const std::uint64_t k = bits_of(shifted);
    const std::size_t i = k & 127;
    const double whole = shifted - shift;
    const double r = std::fma(whole, -0x1.cf79abc9e3b3ap-47, std::fma(whole, -0x1.62e42fefa0000p-8, x)), r2 = r * r;
    double growth = tables::power_rest[i] + r;
    constexpr auto& a = tables::growth;
    growth = std::fma(r2, std::fma(r, a[1], a[0]), growth);
    growth = std::fma(r2 * r2, std::fma(r, a[3], a[2]), growth);
    const double power = with_bits(bits_of(tables::power[i]) + ((k - i) << 45));
    return std::fma(power, growth, power);
}

}  // namespace numpy::glibc
