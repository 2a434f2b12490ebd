// Rounding and printing, against what NumPy rounded and printed (round.txt, print.txt).
#include "catch.hpp"
#include "numpy/print.hpp"

#include <bit>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace {

double number(const std::string& text) { return std::strtod(text.c_str(), nullptr); }

// The elements as written in print.txt: all of them, or "steps START STEP".
template <class T>
numpy::Vector<T> elements(const std::string& line, Eigen::Index count)
{
    const auto parse = [](const std::string& s) {
        return std::is_integral_v<T> ? static_cast<T>(std::strtoll(s.c_str(), nullptr, 10)) : static_cast<T>(number(s));
    };
    numpy::Vector<T> v(count);
    std::istringstream fields(line);
    std::string field;
    if (line.starts_with("steps")) {
        std::string start, step;
        fields >> field >> start >> step;
        for (Eigen::Index i = 0; i < count; ++i) v(i) = parse(start) + parse(step) * static_cast<T>(i);
    } else {
        for (Eigen::Index i = 0; i < count; ++i) {
            fields >> field;
            v(i) = parse(field);
        }
    }
    return v;
}

template <class T>
std::string printed(const std::vector<Eigen::Index>& shape, const std::string& line)
{
    if (shape.size() == 1) return numpy::to_string(elements<T>(line, shape[0]));
    const numpy::Vector<T> v = elements<T>(line, shape[0] * shape[1]);
    return numpy::to_string(Eigen::Map<const numpy::Matrix<T>>(v.data(), shape[0], shape[1]));
}

}  // namespace

TEST_CASE("printing: every array prints as NumPy prints it")
{
    std::ifstream file(FOLDER "/numpy/print.txt");
    std::string line;
    while (std::getline(file, line) && line.starts_with('#')) {}
    int arrays = 0;
    while (file) {
        std::istringstream header(line);
        std::string type, numbers, expected;
        header >> type;
        std::vector<Eigen::Index> shape;
        for (Eigen::Index n; header >> n;) shape.push_back(n);
        std::getline(file, numbers);
        while (std::getline(file, line) && line.starts_with('|'))
            expected += (expected.empty() ? "" : "\n") + line.substr(1, line.size() - 2);
        INFO(type << ": " << numbers.substr(0, 300));
        CHECK(expected == (type == "int" ? printed<std::int64_t>(shape, numbers) : printed<double>(shape, numbers)));
        ++arrays;
    }
    CHECK(arrays == 648);
}

TEST_CASE("printing: integers of any width, expressions and column vectors")
{
    CHECK(numpy::to_string(numpy::Vector<int>{{0, 1}}) == "[0 1]");
    CHECK(numpy::to_string(numpy::Vector<std::int8_t>{{-5, 100}}) == "[ -5 100]");
    CHECK(numpy::to_string(numpy::Vector<std::uint64_t>{{~std::uint64_t{0}}}) == "[18446744073709551615]");
    const numpy::Matrix<> m{{1, 2}, {3, 4}};
    CHECK(numpy::to_string(m * m) == "[[ 7. 10.]\n [15. 22.]]");
    CHECK(numpy::to_string(m.row(1)) == "[3. 4.]");
    CHECK(numpy::to_string(m.col(1)) == "[[2.]\n [4.]]");
}

TEST_CASE("rounding: every number rounds as NumPy rounds it")
{
    std::ifstream file(FOLDER "/numpy/round.txt");
    int numbers = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) continue;
        std::istringstream fields(line);
        std::string x, expected;
        int decimals = 0;
        fields >> x >> decimals >> expected;
        INFO(line);
        const double rounded = numpy::round(number(x), decimals);
        if (expected == "nan")
            CHECK(std::isnan(rounded));
        else
            CHECK(std::bit_cast<std::uint64_t>(rounded) == std::bit_cast<std::uint64_t>(number(expected)));
        ++numbers;
    }
    CHECK(numbers == 419);
}

TEST_CASE("rounding: an array keeps its shape")
{
    CHECK(numpy::to_string(numpy::round(numpy::Vector<>{{0.12345, -1.5}}, 2)) == "[ 0.12 -1.5 ]");
    CHECK(numpy::to_string(numpy::round(numpy::Matrix<>{{0.125}, {2.5}}, 0)) == "[[0.]\n [2.]]");
}

TEST_CASE("shapes are written as Python writes them")
{
    CHECK(numpy::shape(numpy::Vector<>(3)) == "(3,)");
    CHECK(numpy::shape(numpy::Matrix<>(3, 4)) == "(3, 4)");
    CHECK(numpy::shape(numpy::Matrix<>(3, 4) * numpy::Matrix<>(4, 2)) == "(3, 2)");
}

TEST_CASE("thousands are separated by commas")
{
    CHECK(numpy::thousands(0) == "0");
    CHECK(numpy::thousands(999) == "999");
    CHECK(numpy::thousands(1000) == "1,000");
    CHECK(numpy::thousands(-999) == "-999");
    CHECK(numpy::thousands(-1000) == "-1,000");
    CHECK(numpy::thousands(-100000) == "-100,000");
    CHECK(numpy::thousands(405853388800) == "405,853,388,800");
    CHECK(numpy::thousands(INT64_MIN) == "-9,223,372,036,854,775,808");
}
