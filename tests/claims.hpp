/// @file
/// What the claims of all chapters use: the chapter's printed output and the tolerance of a printed number.
#pragma once

#include "catch.hpp"

#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

/// Half a unit of the last of so many printed decimals: how far a number may be from the text that shows it.
inline double half_unit(int decimals) { return 0.5 * std::pow(10.0, -decimals); }

/// The chapter's expected.txt. Another test compares it with what the program prints, to the byte.
inline std::string output()
{
    std::ifstream file(CHAPTER "/expected.txt");
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The text that printf makes of these arguments.
template <class... Arguments>
std::string text(const char* format, Arguments... arguments)
{
    char buffer[200];
    std::snprintf(buffer, sizeof buffer, format, arguments...);
    return buffer;
}
