/// @file
/// What the claims of all chapters use: what the chapter's program prints and the tolerance of a printed number.
#pragma once

#include "catch.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

/// Half a unit of the last of so many printed decimals: how far a number may be from the text that shows it.
inline double half_unit(int decimals) { return 0.5 * std::pow(10.0, -decimals); }

/// What the chapter's program prints. Another test compares all of it with expected.txt, to the byte.
inline std::string output()
{
    static const std::string printed = [] {  // once a test
        std::string all;
        setenv("PROGRAM", PROGRAM, 1);  // a path of any letters goes through the shell unharmed
        std::FILE* program = popen("\"$PROGRAM\"", "r");
        REQUIRE(program != nullptr);
        for (int c; (c = std::fgetc(program)) != EOF;) all += static_cast<char>(c);
        REQUIRE(pclose(program) == 0);
        return all;
    }();
    return printed;
}

/// The text that printf makes of these arguments.
template <class... Arguments>
std::string text(const char* format, Arguments... arguments)
{
    char buffer[200];
    std::snprintf(buffer, sizeof buffer, format, arguments...);
    return buffer;
}
