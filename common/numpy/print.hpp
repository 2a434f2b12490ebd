/// @file
/// Rounding and printing as NumPy does: `a.round(n)` and `str(a)` under NumPy's default print options.
///
/// For one- and two-dimensional arrays of double and of integers: at most 8 digits after the point and no more than a
/// number needs, one width for all, exponents where the numbers span too much, lines of 75 characters, and only the
/// edges of an array of more than 1,000 elements. Left out: other types, more dimensions, np.set_printoptions.
/// @chapter{2}
#pragma once

#include "numpy/array.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <vector>

namespace numpy {

/// Rounds one number to so many decimals as `np.round` does: scaled, rounded half to even, scaled back. (4.35 becomes 4.4
/// although it is 4.3499999999999996 in binary: the scaling rounds, too.) Negative decimals round to tens, hundreds, ...
inline double round(double x, int decimals)
{
    double power = 1.0;
    for (int i = 0; i < std::abs(decimals); ++i) power *= 10.0;
    if (decimals < 0) return std::nearbyint(x / power) * power;
    return decimals == 0 ? std::nearbyint(x) : std::nearbyint(x * power) / power;
}

/// Rounds each element; the shape stays.
template <class Derived>
typename Derived::PlainObject round(const Eigen::MatrixBase<Derived>& a, int decimals)
{
    return a.unaryExpr([decimals](double x) { return round(x, decimals); });
}

/// A whole number with a comma between groups of three digits, as Python's `f"{n:,}"`: 19210 becomes `19,210`.
inline std::string thousands(std::int64_t n)
{
    std::string s = std::to_string(n);
    for (std::size_t i = s.size(), first = n < 0 ? 1 : 0; i > first + 3;) s.insert(i -= 3, ",");
    return s;
}

/// The parts of to_string().
namespace detail {

inline constexpr std::size_t line_width = 75;   // np.printoptions: linewidth
inline constexpr int precision = 8;             // precision
inline constexpr Eigen::Index threshold = 1000; // above so many elements only the edges are printed
inline constexpr Eigen::Index edge_items = 3;   // edgeitems

/// A number's text by std::to_chars: the shortest digits that read back as x, or exactly so many after the point.
inline std::string text(double x, std::chars_format format, int digits = -1)
{
    char buffer[512];  // the longest, 1e308 in full with its digits after the point, needs 318
    const auto result = digits < 0 ? std::to_chars(buffer, buffer + sizeof buffer, x, format)
                                   : std::to_chars(buffer, buffer + sizeof buffer, x, format, digits);
    return {buffer, result.ptr};
}

/// A finite number cut at the point and at the exponent: "-1.25e+08" is "-1", "25", "+08".
struct Parts {
    std::string whole, fraction, exponent;
};

/// The shortest digits of x, rounded to `precision` digits after the point where they are more; no zeros at the end.
inline Parts parts(double x, std::chars_format format)
{
    std::string s = text(x, format);
    const auto fraction_size = [&] {
        const std::size_t point = s.find('.');
        return point == std::string::npos ? 0 : std::min(s.find('e'), s.size()) - point - 1;
    };
    if (fraction_size() > precision) s = text(x, format, precision);
    Parts p;
    const std::size_t e = std::min(s.find('e'), s.size());
    if (e < s.size()) p.exponent = s.substr(e + 1);
    const std::size_t point = std::min(s.find('.'), e);
    p.whole = s.substr(0, point);
    if (point < e) p.fraction = s.substr(point + 1, e - point - 1);
    while (!p.fraction.empty() && p.fraction.back() == '0') p.fraction.pop_back();
    return p;
}

/// Texts of one common width, right aligned at the point, for the given numbers.
inline std::vector<std::string> texts(const std::vector<double>& numbers)
{
    double largest = 0.0, smallest = std::numeric_limits<double>::infinity();  // of the finite ones other than 0
    bool any_minus_infinity = false, all_finite = true;
    for (double x : numbers) {
        all_finite &= std::isfinite(x);
        any_minus_infinity |= std::isinf(x) && x < 0;
        if (!std::isfinite(x) || x == 0.0) continue;
        largest = std::max(largest, std::abs(x));
        smallest = std::min(smallest, std::abs(x));
    }
    const bool scientific = largest >= 1e8 || smallest < 1e-4 || largest / smallest > 1000.0;
    const auto format = scientific ? std::chars_format::scientific : std::chars_format::fixed;

    std::size_t whole = 0, fraction = 0, exponent = 0;  // the widths that all share
    for (double x : numbers) {
        if (!std::isfinite(x)) continue;
        const Parts p = parts(x, format);
        whole = std::max(whole, p.whole.size());
        fraction = std::max(fraction, p.fraction.size());
        exponent = std::max(exponent, p.exponent.size());
    }
    const std::size_t after = 1 + fraction + (scientific ? 1 + exponent : 0);
    if (!all_finite) {  // room for nan, inf and -inf
        const std::size_t widest = any_minus_infinity ? 4 : 3;
        whole = std::max(whole, widest - std::min(widest, after));
    }

    std::vector<std::string> result;
    for (double x : numbers) {
        std::string s;
        if (std::isnan(x)) {
            s = "nan";
        } else if (std::isinf(x)) {
            s = x < 0 ? "-inf" : "inf";
        } else {
            const Parts p = parts(x, format);
            const std::size_t padding = fraction - p.fraction.size();
            s = p.whole + "." + p.fraction + std::string(padding, scientific ? '0' : ' ');
            if (scientific) {  // the exponent: its sign, then as many digits as the longest has
                s += "e" + p.exponent.substr(0, 1);
                s += std::string(exponent - p.exponent.size(), '0') + p.exponent.substr(1);
            }
        }
        result.push_back(std::string(whole + after - s.size(), ' ') + s);
    }
    return result;
}

/// Texts of one common width for integers.
template <std::integral T>
    requires(!std::same_as<T, bool>)
std::vector<std::string> texts(const std::vector<T>& numbers)
{
    std::vector<std::string> result;
    std::size_t width = 0;
    for (T n : numbers) {
        result.push_back(std::to_string(n));
        width = std::max(width, result.back().size());
    }
    for (std::string& s : result) s.insert(0, width - s.size(), ' ');
    return result;
}

/// One row in brackets, its elements from `word` on; wrapped before the column `width`, further lines indented.
inline std::string row(std::vector<std::string>::const_iterator word, Eigen::Index shown, bool cut, std::size_t width,
                       const std::string& indent)
{
    std::string done, line = indent;
    const auto append = [&](const std::string& s) {
        if (line.size() + s.size() > width && line.size() > indent.size()) {
            done += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
            line = indent;
        }
        line += s + " ";
    };
    for (Eigen::Index i = 0; i < shown; ++i) {
        if (cut && i == edge_items) append("...");
        append(*word++);
    }
    line.pop_back();
    return "[" + (done + line).substr(indent.size()) + "]";
}

}  // namespace detail

/// The text of `str(array)`, what `print(array)` prints, for a vector or a matrix of double or of an integer type.
template <class Derived>
std::string to_string(const Eigen::MatrixBase<Derived>& array)
{
    using detail::edge_items;
    using Index = Eigen::Index;
    constexpr bool is_vector = Derived::RowsAtCompileTime == 1;
    const typename Derived::PlainObject a = array;
    if (a.size() == 0) return "[]";

    const bool cut = a.size() > detail::threshold;
    const bool cut_rows = cut && a.rows() > 2 * edge_items, cut_columns = cut && a.cols() > 2 * edge_items;
    const Index rows = cut_rows ? 2 * edge_items : a.rows(), columns = cut_columns ? 2 * edge_items : a.cols();

    // Widths follow from what is shown, not from what is left out.
    std::vector<typename Derived::Scalar> shown;
    for (Index i = 0; i < rows; ++i)
        for (Index j = 0; j < columns; ++j)
            shown.push_back(a(cut_rows && i >= edge_items ? a.rows() - rows + i : i,
                              cut_columns && j >= edge_items ? a.cols() - columns + j : j));
    const std::vector<std::string> words = detail::texts(shown);

    const std::string indent = is_vector ? " " : "  ";
    const std::size_t width = detail::line_width - (is_vector ? 1 : 2);  // the closing brackets count
    std::string s;
    for (Index i = 0; i < rows; ++i) {
        if (i > 0) s += "\n ";
        if (cut_rows && i == edge_items) s += "...\n ";
        s += detail::row(words.begin() + i * columns, columns, cut_columns, width, indent);
    }
    return is_vector ? s : "[" + s + "]";
}

}  // namespace numpy
