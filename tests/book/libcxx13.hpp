/// @file
/// What the workbook's programs and tests use and libc++ has from version 14 on; Debian 12's Emscripten has 13.
#pragma once

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <string>

#if defined(_LIBCPP_VERSION) && _LIBCPP_VERSION < 14000
namespace std {

template <class To, class From>
To bit_cast(const From& from)
{
    return __builtin_bit_cast(To, from);
}

/// By printf of musl, which rounds exactly.
inline to_chars_result to_chars(char* first, char* last, double x, chars_format format, int digits)
{
    const int size = snprintf(first, size_t(last - first), format == chars_format::fixed ? "%.*f" : "%.*e", digits, x);
    if (size < 0 || size >= last - first) return {last, errc::value_too_large};
    return {first + size, errc{}};
}

/// The fewest digits that read back as x. In fixed notation only for numbers below 2^53.
inline to_chars_result to_chars(char* first, char* last, double x, chars_format format)
{
    int digits = 0;
    char text[32];
    do
        snprintf(text, sizeof text, "%.*e", digits, x);
    while (strtod(text, nullptr) != x && ++digits < 17);
    if (format == chars_format::fixed) {
        const string s = text;
        digits = max(0, digits - atoi(s.c_str() + s.find('e') + 1));
    }
    return to_chars(first, last, x, format, digits);
}

}  // namespace std
#endif
