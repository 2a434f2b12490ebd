/// @file
/// What the claims of all chapters use: what the chapter's program prints, and numbers as they are printed.
#pragma once

#include "catch.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>

/// A number as it is printed, to compare what is computed with: CHECK_THAT(z, RoundsTo("0.6700")). It may differ by
/// half a unit of the last digit. NumPy drops zeros at the end of a number in an array: RoundsTo("0.11", 3) has three
/// decimals all the same. The page "What is verified" shows the text and the computed number side by side.
class RoundsTo : public Catch::Matchers::MatcherBase<double> {
public:
    explicit RoundsTo(const std::string& text) : RoundsTo(text, decimals_of(text)) {}
    RoundsTo(const std::string& text, int decimals) : text_(text), number_(number_of(text)), decimals_(decimals) {}

    bool match(const double& computed) const override
    {
        return std::abs(computed - number_) <= 0.5 * std::pow(10.0, -decimals_);
    }
    std::string describe() const override { return "rounds to " + text_; }

private:
    static int decimals_of(const std::string& text)
    {
        const std::size_t point = text.find('.');
        return point == text.npos ? 0 : static_cast<int>(text.size() - point - 1);
    }
    static double number_of(std::string text)
    {
        std::erase(text, ',');  // 19,210
        std::size_t end = 0;
        const double number = std::stod(text, &end);
        if (end != text.size()) throw std::invalid_argument("RoundsTo: expected a number, not " + text);
        return number;
    }

    std::string text_;
    double number_;
    int decimals_;
};

/// So that the page "What is verified" gets every digit of a double: ALL_DIGITS=1 build/dev/chapters/04_.._claims -s
inline const bool all_digits = [] {
    const bool all = std::getenv("ALL_DIGITS") != nullptr;
    if (all) Catch::StringMaker<double>::precision = 40;  // decimals
    return all;
}();

/// What a program prints. A test that does not find something in it names it, rather than showing all of it.
struct Output : std::string {};

template <>
struct Catch::StringMaker<Output> {
    static std::string convert(const Output&) { return "what the program prints"; }
};

/// What the chapter's program prints. Another test compares all of it with expected.txt, to the byte.
inline const Output& output()
{
    static const Output printed = [] {  // once a test
        Output all;
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
