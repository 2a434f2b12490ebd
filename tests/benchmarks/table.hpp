// The table of the benchmarks, from the lines that they print.
#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

namespace table {

/// One case with so many threads: everybody's median, and what it cannot do without.
struct Row {
    std::string name;
    int threads = 0;
    std::map<std::string, double> seconds;  ///< by who
    double multiply_adds = 0, bytes = 0, values = 0, place = 0;

    double ours() const { return seconds.at("ours"); }
    std::string best_peer() const;        ///< the fastest of the others; empty when there is none
    double ratio() const;                 ///< its time as a multiple of ours: above 1, ours is faster
    double share(const std::vector<Row>& limits) const;  ///< of the nearer limit, 1 is all; 0 where none is known
};

/// One step on the way to what we have.
struct Step {
    std::string name, step;  ///< what is computed, and how
    double seconds = 0, values = 0;
};

/// What was measured.
struct Result {
    std::vector<Row> rows, limits;   ///< by their places
    std::vector<Step> steps;         ///< of the cases that begin with "steps: "
    std::vector<std::string> notes;  ///< the lines that begin with #
};

/// Reads lines "case TAB who TAB threads TAB seconds [TAB multiply-adds TAB bytes TAB values TAB
/// place]", several for each.
/// @throws std::runtime_error when a line is malformed, or when others did a case that we did not.
Result read(std::istream& lines);

/// A table to read.
void print(const Result& result, std::ostream& out);

/// The same for machines.
void print_json(const Result& result, std::ostream& out);

}  // namespace table
