// The array printer and rounding. Whatever is printed: its lines have 75 characters at most, its words are of one
// width with their points below each other, and they read back as the numbers, to the digits that are printed.
#include "fuzz.hpp"
#include "numpy/print.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

namespace {

using Eigen::Index;
using fuzz::require;

// The words of a printed array, without brackets.
std::vector<std::string> words_of(std::string text)
{
    for (char& c : text)
        if (c == '[' || c == ']' || c == '\n') c = ' ';
    std::vector<std::string> words;
    for (std::size_t at = 0; (at = text.find_first_not_of(' ', at)) != std::string::npos;) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

// How many digits stand between the point and the exponent.
int digits_behind_point(const std::string& word)
{
    const std::size_t point = word.find('.'), end = std::min(word.find('e'), word.size());
    return point == std::string::npos ? -1 : static_cast<int>(end - point - 1);
}

void check_word(const std::string& word, std::int64_t x) { require(word == std::to_string(x), word, " is another"); }

void check_word(const std::string& word, double x)
{
    if (std::isnan(x)) return require(word == "nan", word, " should be nan");
    if (std::isinf(x)) return require(word == (x < 0 ? "-inf" : "inf"), word, " should be infinite");
    const std::size_t e = word.find('e');
    char* end = nullptr;
    const double back = std::strtod(word.c_str(), &end);
    require(*end == '\0', word, " is no number");
    require(std::signbit(back) == std::signbit(x), word, " has another sign");
    const int digits = digits_behind_point(word);
    require(0 <= digits && digits <= 8, word, " has no point or too many digits");

    // The shortest digits that read back as x, when 8 behind the point are enough for them.
    char shortest[512];
    const auto format = e == std::string::npos ? std::chars_format::fixed : std::chars_format::scientific;
    const std::string all(shortest, std::to_chars(shortest, std::end(shortest), x, format).ptr);
    if (digits_behind_point(all) <= 8) return require(back == x, word, " does not read back as ", all);
    const double last_digit = std::pow(10.0, e == std::string::npos ? -8 : std::atoi(word.c_str() + e + 1) - 8);
    require(std::abs(back - x) <= last_digit / 2 + 4e-16 * std::abs(x), word, " is too far from ", all);
}

// All words are as wide, and points stand below each other.
void check_widths(const std::vector<std::string>& texts)
{
    std::size_t point = std::string::npos;
    for (const std::string& s : texts) {
        require(s.size() == texts[0].size(), "\"", s, "\" is not as wide as \"", texts[0], "\"");
        if (s.find('.') == std::string::npos) continue;
        if (point == std::string::npos) point = s.find('.');
        require(s.find('.') == point, "the point of \"", s, "\" stands elsewhere");
    }
}

template <class Array>
void check_array(const Array& a)
{
    const std::string text = numpy::to_string(a);
    constexpr bool is_vector = Array::RowsAtCompileTime == 1;
    if (a.size() == 0) return require(text == "[]", "an empty array is ", text);
    require(text.starts_with(is_vector ? "[" : "[[") && text.ends_with(is_vector ? "]" : "]]"), "brackets: ", text);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        require(end - at <= 75, "a line is too long: ", text.substr(at, end - at));
        at = end + 1;
    }
    const Index rows = a.rows() > 6 && a.size() > 1000 ? 6 : a.rows();
    require(std::count(text.begin(), text.end(), ']') == (is_vector ? 1 : rows + 1), "so many rows: ", text);

    // What must be shown, dots included.
    const bool cut = a.size() > 1000;
    std::vector<std::string> words = words_of(text);
    auto word = words.begin();
    const auto next = [&] {
        require(word != words.end(), "words are missing: ", text);
        return *word++;
    };
    std::vector<typename Array::Scalar> shown;
    for (Index i = 0; i < a.rows(); ++i) {
        if (cut && a.rows() > 6 && i == 3) {
            require(next() == "...", "rows are left out without dots: ", text);
            i = a.rows() - 3;
        }
        for (Index j = 0; j < a.cols(); ++j) {
            if (cut && a.cols() > 6 && j == 3) {
                require(next() == "...", "columns are left out without dots: ", text);
                j = a.cols() - 3;
            }
            check_word(next(), a(i, j));
            shown.push_back(a(i, j));
        }
    }
    require(word == words.end(), "there are more words: ", text);
    check_widths(numpy::detail::texts(shown));
}

template <class T>
void check_vector_and_matrix(const std::vector<T>& values, Index rows, Index columns)
{
    check_array(numpy::Vector<T>(Eigen::Map<const numpy::Vector<T>>(values.data(), rows * columns)));
    check_array(numpy::Matrix<T>(Eigen::Map<const numpy::Matrix<T>>(values.data(), rows, columns)));
}

// Rounding moves a number by half a unit at most, as far as double tells such numbers apart.
void check_round(double x, int decimals)
{
    const double rounded = numpy::round(x, decimals), unit = std::pow(10.0, -decimals);
    if (!std::isfinite(x)) return require(std::isnan(x) ? std::isnan(rounded) : rounded == x, "round of no number");
    if (std::abs(x) > 1e290) return;  // the scaling may overflow, as in NumPy
    require(std::abs(rounded - x) <= 0.5 * unit + 4e-16 * std::abs(x), "round(", x, ") is far off");
    require(rounded == 0 || std::signbit(rounded) == std::signbit(x), "round changed the sign");
}

void check_thousands(std::int64_t n)
{
    std::string s = numpy::thousands(n);
    for (std::size_t at = s.size(), digits = 0; at-- > 0; ++digits)
        require((s[at] == ',') == (digits % 4 == 3 && s[at] != '-'), "thousands: ", s);
    s.erase(std::remove(s.begin(), s.end(), ','), s.end());
    require(s == std::to_string(n), "thousands: ", s);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::Input input(data, size);
    const auto kind = input.take<std::uint8_t>();
    const Index most = kind & 4 ? 36 : 8;  // above 1,000 elements only the edges are printed
    Index rows = input.up_to(most), columns = input.up_to(most);
    if (kind & 8) rows *= std::exchange(columns, 1);
    if (kind & 16) columns *= std::exchange(rows, 1);
    if (kind % 4 == 0) {
        std::vector<std::int64_t> values(static_cast<std::size_t>(rows * columns));
        const std::int64_t first = input.take<std::int64_t>(), mask = input.take<std::int64_t>();
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = static_cast<std::int64_t>(static_cast<std::uint64_t>(first) * (2 * i + 1)) & mask;
        check_vector_and_matrix(values, rows, columns);
        check_thousands(first);
    } else {
        const std::vector<double> values = input.numbers<double>(rows * columns);
        check_vector_and_matrix(values, rows, columns);
        for (std::size_t i = 0; i < std::min<std::size_t>(values.size(), 8); ++i)
            check_round(values[i], static_cast<int>(kind % 31) - 15);
    }
    return 0;
}
