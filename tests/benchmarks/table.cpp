#include "benchmarks/table.hpp"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <istream>
#include <ostream>
#include <sstream>
#include <stdexcept>

namespace table {
namespace {

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t n = values.size();
    return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

[[gnu::format(printf, 1, 2)]] std::string text(const char* format, ...)
{
    char buffer[200];
    va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(buffer, sizeof buffer, format, arguments);
    va_end(arguments);
    return buffer;
}

// Three digits: 1.23, 12.3, 123
std::string digits(double value) { return text("%.*f", value < 9.995 ? 2 : value < 99.95 ? 1 : 0, value); }

struct Unit {
    double seconds;
    const char* name;
};

Unit unit_for(double seconds, double values)
{
    if (values > 0) return {1e-9 * values, "ns each"};
    return seconds < 1e-3 ? Unit{1e-6, "µs"} : Unit{1e-3, "ms"};
}

// Padded to `width` characters, which are fewer than the bytes: µ has two.
std::string padded(const std::string& s, std::size_t width)
{
    const auto characters = static_cast<std::size_t>(
        std::count_if(s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    return s + std::string(width > characters ? width - characters : 0, ' ');
}

const std::vector<std::string> others{"NumPy", "PyTorch", "Eigen", "OpenBLAS", "oneDNN"};

double limit(const std::vector<Row>& limits, const std::string& name, int threads)
{
    for (const Row& row : limits)
        if (row.name == name && row.threads == threads)
            return std::max(row.multiply_adds, row.bytes) / row.seconds.at("limit");
    return 0;
}

void print_rows(const Result& result, int threads, std::ostream& out)
{
    const auto wanted = [&](const Row& row) { return row.threads == threads; };
    if (std::none_of(result.rows.begin(), result.rows.end(), wanted)) return;
    const auto peer = [](const std::string& what, const std::string& who) {
        return std::string(std::max<std::size_t>(8, who.size() + 1) - what.size(), ' ') + what;
    };
    out << padded(threads == 1 ? "one thread" : "two threads", 33) << "   ours           ratio limit";
    for (const std::string& who : others) out << peer(who, who);
    out << '\n';
    for (const Row& row : result.rows) {
        if (!wanted(row)) continue;
        const Unit unit = unit_for(row.ours(), row.values);
        const auto time = [&](const std::string& who) {
            return row.seconds.contains(who) ? digits(row.seconds.at(who) / unit.seconds) : "-";
        };
        out << padded(row.name, 33) << text("%7s ", time("ours").c_str()) << padded(unit.name, 8)
            << text("%5s", row.best_peer().empty() ? "-" : text("%.2f", row.ratio()).c_str());
        const double share = row.share(result.limits);
        out << text("%6s", share == 0 ? "-" : text("%.0f %%", 100 * share).c_str());
        for (const std::string& who : others) out << peer(time(who), who);
        out << '\n';
    }
    out << '\n';
}

}  // namespace

std::string Row::best_peer() const
{
    std::string best;
    for (const auto& [who, time] : seconds)
        if (who != "ours" && (best.empty() || time < seconds.at(best))) best = who;
    return best;
}

double Row::ratio() const { return seconds.at(best_peer()) / ours(); }

double Row::share(const std::vector<Row>& limits) const
{
    const std::string type = name.substr(name.rfind(' ') + 1);
    const double arithmetic = limit(limits, "multiply-adds, " + type, threads);
    const double memory = limit(limits, "reading memory", threads);
    double least = 0;  // the time that the nearer limit leaves
    if (arithmetic > 0) least = multiply_adds / arithmetic;
    if (memory > 0) least = std::max(least, bytes / memory);
    return least / ours();
}

Result read(std::istream& lines)
{
    Result result;
    std::map<std::pair<std::string, int>, std::map<std::string, std::vector<double>>> times;
    std::vector<Row> rows;
    const std::string steps_begin = "steps: ";
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("#")) {
            const std::string note = line.substr(std::min<std::size_t>(2, line.size()));
            auto& notes = result.notes;
            if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
            continue;
        }
        std::istringstream fields(line);
        Row row;
        std::string who;
        double seconds = 0;
        if (!(std::getline(fields, row.name, '\t') && std::getline(fields, who, '\t') &&
              fields >> row.threads >> seconds && seconds > 0))
            throw std::runtime_error("not a measurement: \"" + line + "\"; expected case, who, threads and seconds");
        fields >> row.multiply_adds >> row.bytes >> row.values >> row.place;
        if (row.name.starts_with(steps_begin)) {  // who it is stands in the place of the name: each step is a row
            row.name = row.name.substr(steps_begin.size()) + '\t' + who;
            who = "ours";
        }
        auto& measured = times[{row.name, row.threads}];
        if ((who == "ours" || who == "limit") && !measured.contains(who)) rows.push_back(row);
        measured[who].push_back(seconds);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.place < b.place; });
    for (Row& row : rows) {
        auto& measured = times[{row.name, row.threads}];
        for (const auto& [who, seconds] : measured) row.seconds[who] = median(seconds);
        measured.clear();
        const std::size_t tab = row.name.find('\t');
        if (tab != row.name.npos)
            result.steps.push_back({row.name.substr(0, tab), row.name.substr(tab + 1), row.ours(), row.values});
        else
            (row.seconds.contains("limit") ? result.limits : result.rows).push_back(row);
    }
    for (const auto& [what, measured] : times)
        if (!measured.empty())
            throw std::runtime_error(measured.begin()->first + " measured \"" + what.first +
                                     "\", which we did not: give both the same name");
    return result;
}

void print(const Result& result, std::ostream& out)
{
    for (const int threads : {1, 2}) print_rows(result, threads, out);
    if (!result.limits.empty()) out << "limits, with one and with two threads\n";
    for (const Row& row : result.limits) {
        if (row.threads != 1) continue;
        out << padded(row.name, 32);
        for (const int threads : {1, 2})
            out << text("%8s", digits(limit(result.limits, row.name, threads) / 1e9).c_str());
        out << (row.bytes > 0 ? " GB/s\n" : " billion a second\n");
    }
    if (!result.steps.empty())
        out << "\nsteps, one thread" << std::string(33, ' ') << "time         times as fast as the first\n";
    double first = 0;
    for (std::size_t i = 0; i < result.steps.size(); ++i) {
        const Step& step = result.steps[i];
        if (i == 0 || step.name != result.steps[i - 1].name) {
            out << step.name << '\n';
            first = step.seconds;
        }
        const Unit unit = unit_for(step.seconds, step.values);
        out << "  " << padded(step.step, 41) << text("%8s ", digits(step.seconds / unit.seconds).c_str())
            << padded(unit.name, 8) << text("%8s\n", digits(first / step.seconds).c_str());
    }
    if (!result.notes.empty()) out << '\n';
    for (const std::string& note : result.notes) out << note << '\n';
}

void print_json(const Result& result, std::ostream& out)
{
    out << "[";
    const char* separator = "\n";
    for (const Row& row : result.rows) {
        out << separator << text("  {\"case\": \"%s\", \"threads\": %d, \"seconds\": {", row.name.c_str(), row.threads);
        const char* comma = "";
        for (const auto& [who, seconds] : row.seconds) {
            out << comma << text("\"%s\": %.4g", who.c_str(), seconds);
            comma = ", ";
        }
        out << "}";
        if (const std::string best = row.best_peer(); !best.empty())
            out << text(", \"best\": \"%s\", \"ratio\": %.3f", best.c_str(), row.ratio());
        if (const double share = row.share(result.limits); share > 0) out << text(", \"share_of_limit\": %.3f", share);
        out << "}";
        separator = ",\n";
    }
    out << "\n]\n";
}

}  // namespace table
