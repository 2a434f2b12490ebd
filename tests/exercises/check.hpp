/// @file
/// What the test of an exercise is written with: check() asks the answer one question and writes down what came out.
///
/// It judges nothing: judge.cpp does, in a process of its own, so that an answer cannot say of itself that it passed.
/// The workbook compiles every part of an exercise with this file in front (it is the precompiled header), which is why
/// Eigen's assertions can throw here: a wrong size then is something that came out, not the end of the program.
#pragma once

#include <stdexcept>
#define eigen_assert(holds) ((holds) ? void() : throw std::logic_error("Eigen refuses this size or index: " #holds))

#include "compiled_eigen.hpp"
#include "numpy/array.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <cstdio>
#include <numbers>
#include <string>
#include <vector>

/// The tests of exercises: questions, and what came out.
namespace exercise {

/// The shortest text that reads back as the same number.
template <class Number>
    requires std::integral<Number> || std::floating_point<Number>
std::string text(Number number)
{
    char buffer[64];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr};
}

/// "[1 2 3]" for a vector, "[[1 2] [3 4]]" for a matrix.
template <class Derived>
std::string text(const Eigen::DenseBase<Derived>& a)
{
    std::string all;
    for (Eigen::Index i = 0; i < a.rows(); ++i) {
        all += i == 0 ? "[" : " [";
        for (Eigen::Index j = 0; j < a.cols(); ++j) all += (j == 0 ? "" : " ") + text(a.derived()(i, j));
        all += "]";
    }
    return Derived::RowsAtCompileTime == 1 ? all : "[" + all + "]";
}

/// Writes to file descriptor 3, which the workbook opens; on a terminal, where it is not open, to the output.
inline void write(std::string column, char end)
{
    static std::FILE* const rows = [] {
        std::FILE* const file = fdopen(3, "w");
        return file ? file : stdout;
    }();
    std::replace_if(column.begin(), column.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
    std::fprintf(rows, "%s%c", column.c_str(), end);
    std::fflush(rows);  // what is written stays, whatever the answer does next
}

}  // namespace exercise

/// Asks `function(arguments...)`; `name` says in a few words what must hold. Writes one row: the name, the question,
/// what is expected and what came out. Numbers count as equal within 1e-9, or that
/// part of the larger one where it is above 1: the order in which an answer adds up does not matter.
template <class Expected, class Function, class... Arguments>
void check(const char* name, const Expected& expected, const char* function, Function f, const Arguments&... arguments)
{
    std::string asked, came_out;
    ((asked += (asked.empty() ? "" : ", ") + exercise::text(arguments)), ...);
    exercise::write(name, '\t');
    exercise::write(std::string(function) + "(" + asked + ")", '\t');
    exercise::write(exercise::text(expected), '\t');
    try {
        came_out = exercise::text(f(arguments...));
    } catch (const std::exception& problem) {
        came_out = std::string("an exception: ") + problem.what();
    } catch (...) {
        came_out = "an exception";
    }
    exercise::write(came_out, '\n');
}
