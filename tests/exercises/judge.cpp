// judge [--row] ASKED.rows ANSWER.rows ENDING [MISTAKE.cpp MISTAKE.rows]...
//
// Compares what came out of an answer with what was expected, and where it is wrong with what comes out of each known
// mistake. The names, the questions and the expected values are read from ASKED.rows; of the answer's own rows only
// what came out counts, for its process is not to be trusted. ENDING says how that process ended, empty when well.
// Prints a report, or with --row one line: the result (passed, mistake, wrong, stopped), the check that failed, the
// mistake, and a note, with tabs between. Ends with 0 when the answer passes, with 1 when it does not.
#include "numpy/print.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct Row {
    std::string name, asked, expected, came_out;  // what check() writes
};

std::vector<Row> read_rows(const char* path)
{
    std::vector<Row> rows;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        std::istringstream columns(line);
        Row row;
        for (std::string* column : {&row.name, &row.asked, &row.expected, &row.came_out})
            std::getline(columns, *column, '\t');
        rows.push_back(row);
    }
    return rows;
}

// A mistake begins with comment lines: "fails:" with the name of a check, and "says:" with the sentence that helps.
struct Mistake {
    std::string name, fails, says;
    std::vector<Row> rows;
};

Mistake read_mistake(const std::string& source, const char* rows)
{
    const std::size_t start = source.rfind('/') + 1;
    Mistake mistake{source.substr(start, source.rfind('.') - start), "", "", read_rows(rows)};
    std::ifstream file(source);
    for (std::string line; std::getline(file, line) && line.starts_with("// ");) {
        if (line.starts_with("// fails: "))
            mistake.fails = line.substr(10);
        else if (line.starts_with("// says: "))
            mistake.says = line.substr(9);
        else
            mistake.says += line.substr(line.find_first_not_of(' ', 2) - 1);  // the sentence goes on, after a blank
    }
    return mistake;
}

bool close(double a, double b)
{
    if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
    return a == b || std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

// Are the two texts the same, apart from how their numbers are written and from rounding?
bool same(const std::string& one, const std::string& other)
{
    const char *p = one.c_str(), *q = other.c_str();
    while (*p != '\0' && *q != '\0') {
        char *after_p = nullptr, *after_q = nullptr;
        const double a = std::strtod(p, &after_p), b = std::strtod(q, &after_q);
        if (after_p != p && after_q != q) {
            if (!close(a, b)) return false;
            p = after_p;
            q = after_q;
        } else if (*p++ != *q++) {
            return false;
        }
    }
    return *p == *q;
}

// The text with its numbers made readable: six digits, and commas in large whole numbers.
std::string readable(const std::string& text)
{
    std::string result;
    for (const char* p = text.c_str(); *p != '\0';) {
        char* after = nullptr;
        const double x = std::strtod(p, &after);
        if (after == p || *p == ' ') {  // strtod would swallow the blank
            result += *p++;
            continue;
        }
        char buffer[64];
        std::snprintf(buffer, sizeof buffer, "%.6g", x);
        const bool large = x == std::floor(x) && std::abs(x) >= 10'000 && std::abs(x) < 1e15;
        result += large ? numpy::thousands(static_cast<std::int64_t>(x)) : std::isnan(x) ? "nan" : buffer;
        p = after;
    }
    return result;
}

void report(const Row& row, const std::string& came_out, const std::string& ending, const Mistake* mistake, bool certain)
{
    // Two numbers that differ only beyond the sixth digit are shown in full.
    const bool full = readable(came_out) == readable(row.expected);
    std::printf("  ✗ %s\n", row.name.c_str());
    std::printf("      asked:     %s\n", readable(row.asked).c_str());
    if (came_out.empty())
        std::printf("      came out:  nothing: the program %s\n", ending.c_str());
    else
        std::printf("      came out:  %s\n", (full ? came_out : readable(came_out)).c_str());
    std::printf("      expected:  %s\n\n", (full ? row.expected : readable(row.expected)).c_str());
    if (mistake != nullptr)
        std::printf("  %s%s\n", certain ? "" : "Perhaps: ", mistake->says.c_str());
    else if (came_out.starts_with("an exception"))
        std::printf("  Your code stops at sizes or an index that do not fit. Write the shape (rows, columns) beside each factor:\n"
                    "  the inner sizes of a product must agree, both sides of a sum must be the same, and an index runs\n"
                    "  from 0 to size - 1.\n");
    else if (same(came_out, row.came_out))  // the rows that ask are the stub's
        std::printf("  That is what the stub gives: nothing is filled in yet, or what you wrote comes to the same here. (In C++ 1/2\n"
                    "  is 0, and an int drops what stands behind the point.)\n");
    else if (!came_out.empty())
        std::printf("  None of the known mistakes gives this value. Work the question out by hand, term by term, and see\n"
                    "  where your code parts from your paper.\n");
}

void print_row(const char* result, const std::string& check, const std::string& mistake, const std::string& note)
{
    std::printf("%s\t%s\t%s\t%s\n", result, check.c_str(), mistake.c_str(), note.c_str());
}

}  // namespace

int main(int argc, char** argv)
{
    const bool brief = argc > 1 && std::string(argv[1]) == "--row";
    char** arguments = argv + (brief ? 2 : 1);
    if (argc - (brief ? 1 : 0) < 4) {
        std::fprintf(stderr, "judge: too few arguments; it takes ASKED.rows ANSWER.rows ENDING [MISTAKE.cpp ROWS]...\n");
        return 2;
    }
    const std::vector<Row> asked = read_rows(arguments[0]), answered = read_rows(arguments[1]);
    std::string ending = arguments[2];
    std::vector<Mistake> mistakes;
    for (char** more = arguments + 3; more[0] != nullptr && more[1] != nullptr; more += 2)
        mistakes.push_back(read_mistake(more[0], more[1]));

    for (std::size_t i = 0; i < asked.size(); ++i) {
        const std::string came_out = i < answered.size() ? answered[i].came_out : "";
        if (same(came_out, asked[i].expected)) {
            if (!brief) std::printf("  ✓ %s\n", asked[i].name.c_str());
            continue;
        }
        if (ending.empty()) ending = "ended before it answered";
        // A mistake that fails the same check with the same value. Of several, the one that agrees in most of the checks
        // that follow; it is certain when it agrees in all.
        const Mistake* recognised = nullptr;
        std::size_t most = 0;
        for (const Mistake& mistake : mistakes) {
            if (came_out.empty() || mistake.fails != asked[i].name || i >= mistake.rows.size() ||
                !same(came_out, mistake.rows[i].came_out))
                continue;
            std::size_t agree = 0;
            for (std::size_t j = i; j < std::min(answered.size(), mistake.rows.size()); ++j)
                agree += same(answered[j].came_out, mistake.rows[j].came_out);
            if (agree > most) {
                most = agree;
                recognised = &mistake;
            }
        }
        if (!brief)
            report(asked[i], came_out, ending, recognised, most == asked.size() - i);
        else if (recognised != nullptr)
            print_row("mistake", asked[i].name, recognised->name, recognised->says);
        else if (came_out.empty())
            print_row("stopped", asked[i].name, "", "the program " + ending);
        else
            print_row("wrong", asked[i].name, "", readable(came_out) + " instead of " + readable(asked[i].expected));
        return 1;
    }
    if (asked.empty()) ending = "has a test that asks nothing";
    if (!ending.empty()) {
        if (brief)
            print_row("stopped", "", "", "all values are right, but the program " + ending);
        else
            std::printf("\n  All values are right, but the program %s.\n", ending.c_str());
        return 1;
    }
    if (brief) print_row("passed", "", "", "");
    return 0;
}
