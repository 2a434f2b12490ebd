// A mathematics library that is wrong by up to 2^MOVED last places, at random: linked with --wrap to a program, it shows
// how much of the library's accuracy the printed digits need.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>

namespace {

std::uint64_t number_from(const char* name)
{
    const char* text = std::getenv(name);
    return text ? std::strtoull(text, nullptr, 10) : 0;
}

double moved(double y)
{
    static const std::uint64_t most = std::uint64_t{1} << number_from("MOVED");
    static std::uint64_t state = number_from("SEED");
    std::uint64_t z = state += 0x9e3779b97f4a7c15;  // SplitMix64 (Steele, Lea and Flood, 2014)
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    z ^= z >> 31;
    const double places = static_cast<double>(z % (2 * most + 1)) - static_cast<double>(most);
    const double last_place = std::nextafter(std::abs(y), std::numeric_limits<double>::infinity()) - std::abs(y);
    return std::isfinite(y) ? y + places * last_place : y;
}

}  // namespace

extern "C" {
double __real_exp(double);
double __real_log(double);
double __real_tanh(double);
double __real_erf(double);
double __real_erfc(double);
double __wrap_exp(double x) { return moved(__real_exp(x)); }
double __wrap_log(double x) { return moved(__real_log(x)); }
double __wrap_tanh(double x) { return moved(__real_tanh(x)); }
double __wrap_erf(double x) { return moved(__real_erf(x)); }
double __wrap_erfc(double x) { return moved(__real_erfc(x)); }
}
