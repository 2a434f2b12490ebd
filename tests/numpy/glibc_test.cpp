// The C library's functions that the random numbers need, against glibc itself (glibc.txt), and their tables against
// the equations behind them.
#include "catch.hpp"
#include "numpy/glibc.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <limits>
#include <span>
#include <sstream>
#include <string>
#include <vector>

namespace {

using Function = double (*)(double);

Function function(const std::string& name)
{
    if (name == "log") return numpy::glibc::log;
    if (name == "log1p_of_minus") return numpy::glibc::log1p_of_minus;
    if (name == "exp") return numpy::glibc::exp;
    FAIL("glibc.txt names the function " << name << ", which this test does not know");
    return nullptr;
}

// The i-th argument of a family, as in reference.py.
double argument(const std::string& name, const std::string& family, std::uint64_t i)
{
    const double x = static_cast<double>(i * 0x9e3779b97f4a7c15 >> 11) * 0x1p-53;
    if (name == "exp") return -7 * x;
    if (family == "wide") return x;
    if (family == "near_one") return 1 - x / 16;
    if (family == "above_one") return 1 + x / 8;
    if (family == "around_one") return 1 + std::ldexp(x - 0.5, -static_cast<int>(i % 45));
    if (family == "all_sizes") return std::floor(std::ldexp(x, 53 - static_cast<int>(i % 40))) * 0x1p-53;
    if (family == "edges" && name == "log1p_of_minus")  // where 1 - u is halfway, as it sees it, between powers of 2
        return 1 - std::ldexp(0x1.6a09ep0 + (std::floor(64 * x) - 32) * 0x1p-25, -1 - static_cast<int>(i % 20));
    if (family == "edges") {  // where an interval of the logarithm's table begins
        const double j = static_cast<double>(i % 128);
        return std::ldexp(j < 80 ? 0.6875 + j / 256 : 1 + (j - 80) / 128, static_cast<int>(i / 128 % 2000) - 1000);
    }
    if (family == "near_powers") return 1 - std::ldexp(1 + (x - 0.5) * 0x1p-18, -1 - static_cast<int>(i % 15));
    if (family == "tiny" && name == "log") return std::ldexp(x, -static_cast<int>(i % 100));
    if (family == "tiny") return std::floor(x * 0x1p28) * 0x1p-53;
    FAIL("glibc.txt names the family " << family << ", which this test does not know");
    return 0;
}

struct Hash {  // FNV-1a over 64-bit words, as in reference.py
    std::uint64_t value = 0xcbf29ce484222325;
    void add(double x) { value = (value ^ std::bit_cast<std::uint64_t>(x)) * 0x100000001b3; }
};

}  // namespace

TEST_CASE("glibc's functions: every bit of a million results a family, and of the hard cases")
{
    std::ifstream file(FOLDER "/numpy/glibc.txt");
    int cases = 0, families = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) continue;
        std::istringstream fields(line);
        std::string name, what, result;
        fields >> name >> what >> result;
        INFO(line);
        if (what.find("0x") != std::string::npos) {
            const double y = function(name)(std::stod(what));
            CHECK(std::bit_cast<std::uint64_t>(y) == std::bit_cast<std::uint64_t>(std::stod(result)));
            ++cases;
        } else {
            Hash hash;
            for (std::uint64_t i = 1; i <= 1'000'000; ++i) hash.add(function(name)(argument(name, what, i)));
            CHECK(hash.value == std::stoull(result, nullptr, 16));
            ++families;
        }
    }
    CHECK(cases == 49);
    CHECK(families == 12);
}

TEST_CASE("glibc's functions: where the ordinary roundings are in doubt is rare, and the slack is wide enough")
{
    using namespace numpy::glibc::detail;
    int doubts = 0;
    double worst = 0;
    bool positive = true;
    for (const std::string family : {"wide", "near_one", "tiny", "around_one"}) {
        for (std::uint64_t i = 1; i <= 1'000'000; ++i) {
            const double x = argument("log", family, i);
            const Sum quick = log(x, rounded_twice), exact = log(x, rounded_once);
            doubts += quick.in_doubt();
            positive = positive && (quick.slack > 0 || x == 1);
            worst = std::fmax(worst, std::abs(quick.lo - exact.lo) / quick.slack);
            if (quick.hi != exact.hi) FAIL("hi differs at " << x);
        }
    }
    CHECK(positive);
    CHECK(worst > 0.0);
    CHECK(worst < 0.5);
    CHECK(doubts > 0);
    CHECK(doubts < 30'000);
}

TEST_CASE("glibc's functions: of an array, each element and nothing behind it")
{
    const std::vector<double> x = {0.3, 0.95, 0x1p-60, 1.03, 0.7, 1.01, 0.2};
    for (std::size_t count = 0; count < x.size(); ++count) {
        std::vector<double> y(x.size(), 7.0);
        numpy::glibc::log(std::span(x).first(count), y);
        for (std::size_t i = 0; i < x.size(); ++i) CHECK(y[i] == (i < count ? numpy::glibc::log(x[i]) : 7.0));
    }
}

TEST_CASE("glibc's functions: the product minus one is rounded once")
{
    using namespace numpy::glibc;
    int wrong = 0;
    for (std::uint64_t i = 1; i <= 1'000'000; ++i) {
        const double x = argument("log", "wide", i), c = tables::inverse[i % 128];
        const double a = (1 + (x - 0.5) / 64) / c;  // near 1/c, as log() has it
        wrong += detail::product_minus_one(a, c) != std::fma(a, c, -1.0);
        wrong += detail::product_minus_one(c, a) != std::fma(a, c, -1.0);
    }
    CHECK(wrong == 0);
}

TEST_CASE("glibc's functions: the tables are glibc's, to the bit")
{
    using namespace numpy::glibc::tables;
    Hash hash;
    for (const auto& table : {inverse, log_centre, power, power_rest})
        for (double x : table) hash.add(x);
    CHECK(hash.value == 0x554975acb9b9c1dc);
    Hash coefficients;  // the last bit of a high one shows in hardly any result
    for (double x : near_one) coefficients.add(x);
    for (double x : in_interval) coefficients.add(x);
    for (double x : artanh) coefficients.add(x);
    for (double x : growth) coefficients.add(x);
    CHECK(coefficients.value == 0x43d10cbe5f3d2771);
}

TEST_CASE("glibc's functions: the coefficients are near those of the series")
{
    using namespace numpy::glibc::tables;
    // Relative bounds: the highest terms are bent to serve for those that are left out.
    for (int i = 0; i < 10; ++i)
        CHECK_THAT(near_one[static_cast<std::size_t>(i)],
                   WithinRel((i % 2 == 0 ? 1.0 : -1.0) / (i + 3), i < 8 ? 1e-3 : 0.1));
    for (int i = 0; i < 5; ++i)
        CHECK_THAT(in_interval[static_cast<std::size_t>(i)], WithinRel((i % 2 == 0 ? -1.0 : 1.0) / (i + 2), 1e-4));
    for (int i = 0; i < 6; ++i) CHECK_THAT(artanh[static_cast<std::size_t>(i)], WithinRel(2.0 / (2 * i + 3), 0.01));
    CHECK_THAT(artanh[6], WithinRel(2.0 / 15, 0.2));
    for (int i = 0; i < 4; ++i)
        CHECK_THAT(growth[static_cast<std::size_t>(i)], WithinRel(1 / std::tgamma(i + 3), 1e-6));
}

TEST_CASE("glibc's functions: the tables satisfy their equations")
{
    using namespace numpy::glibc::tables;
    for (int i = 0; i < 128; ++i) {
        INFO("entry " << i);
        const auto index = static_cast<std::size_t>(i);
        const double middle = i < 80 ? 0.6875 + (i + 0.5) / 256 : 1 + (i - 80 + 0.5) / 128;
        CHECK_THAT(inverse[index] * middle, WithinAbs(1.0, 0x1p-16));
        CHECK(log_centre[index] == std::floor(log_centre[index] * 0x1p43) / 0x1p43);
        if (std::numeric_limits<long double>::digits < 64) continue;  // nothing here to compute the rest with
        const long double inverse_i = inverse[index], power_i = power[index], exact_power = std::exp2(i / 128.0L);
        CHECK_THAT(static_cast<double>(std::log(inverse_i) + log_centre[index]), WithinAbs(0.0, 0x1p-60));
        CHECK(power[index] == static_cast<double>(exact_power));
        CHECK_THAT(static_cast<double>(exact_power / power_i - 1), WithinAbs(power_rest[index], 0x1p-61));
    }
}
