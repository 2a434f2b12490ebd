// Where do the mathematics libraries of two platforms differ, and what is built on them?
//
//   libm > FILE    writes 100,000 results of each function to FILE, in the same byte order everywhere
//   libm A B       for each function: how many results differ between two such files, and by how many last places
#include "nn/activation.hpp"
#include "nn/linear.hpp"
#include "nn/softmax.hpp"
#include "numpy/random.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

namespace {

using Numbers = numpy::Vector<>;
constexpr int count = 100'000;

struct Function {
    const char* name;
    Numbers (*results)();
};

// The same on all platforms: whole numbers, a sum and two products.
Numbers between(double least, double most)
{
    numpy::RandomState random(0);
    Numbers x(count);
    for (double& v : x) v = least + (most - least) * random.random_sample();
    return x;
}

template <class F>
Numbers each(F f, double least, double most)
{
    Numbers x = between(least, most);
    for (double& v : x) v = f(v);
    return x;
}

const Function functions[] = {
    {"exp", [] { return each([](double x) { return std::exp(x); }, -20, 20); }},
    {"log", [] { return each([](double x) { return std::log(x); }, 1e-9, 10); }},
    {"tanh", [] { return each([](double x) { return std::tanh(x); }, -5, 5); }},
    {"erf", [] { return each([](double x) { return std::erf(x); }, -4, 4); }},
    {"erfc", [] { return each([](double x) { return std::erfc(x); }, -4, 6); }},
    {"Eigen exp", [] { return Numbers(between(-20, 20).array().exp()); }},
    {"Eigen log", [] { return Numbers(between(1e-9, 10).array().log()); }},
    {"gelu", [] { return nn::gelu(between(-6, 6)); }},
    {"softmax",
     [] {
         const numpy::Matrix<> x = between(-5, 5).reshaped<Eigen::RowMajor>(count / 10, 10);
         return Numbers(nn::softmax(x).reshaped<Eigen::RowMajor>().transpose());
     }},
    {"x W + b",  // of positive numbers: nothing cancels
     [] {
         const numpy::Matrix<> x = between(0, 1).head(100 * 64).reshaped<Eigen::RowMajor>(100, 64);
         const numpy::Matrix<> W = between(0, 1).head(64 * 1000).reshaped<Eigen::RowMajor>(64, 1000);
         const nn::Linear<> layer(W, between(0, 1).head(1000));
         return Numbers(layer.forward(x).reshaped<Eigen::RowMajor>().transpose());
     }},
    {"randn", [] { return numpy::RandomState(0).randn(count); }},
    {"normal", [] { return numpy::default_rng(0).normal(0.0, 1.0, count); }},
};

void write()
{
    for (const Function& function : functions)
        for (const double y : function.results()) {
            std::uint64_t bits = numpy::glibc::bits_of(y);
            for (int i = 0; i < 8; ++i, bits >>= 8) std::putchar(static_cast<int>(bits & 255));
        }
}

std::vector<std::int64_t> read(const char* name)
{
    std::ifstream file(name, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    std::vector<std::int64_t> numbers;
    for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t bits = 0;
        for (std::size_t j = 8; j-- > 0;) bits = bits << 8 | static_cast<unsigned char>(bytes[i + j]);
        const auto number = static_cast<std::int64_t>(bits);
        numbers.push_back(number < 0 ? std::numeric_limits<std::int64_t>::min() - number : number);  // in order
    }
    if (numbers.size() != std::size(functions) * count) {
        std::fprintf(stderr, "libm: %s has %zu results; expected %zu for each of %zu functions: write it anew\n", name,
                     numbers.size(), std::size_t{count}, std::size(functions));
        std::exit(2);
    }
    return numbers;
}

void compare(const char* a, const char* b)
{
    const std::vector<std::int64_t> x = read(a), y = read(b);
    std::size_t i = 0;
    for (const Function& function : functions) {
        int different = 0;
        std::int64_t most = 0;
        for (const std::size_t end = i + count; i < end; ++i) {
            different += x[i] != y[i];
            most = std::max(most, std::abs(x[i] - y[i]));
        }
        std::printf("%s|%d|%lld\n", function.name, different, static_cast<long long>(most));
    }
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc == 3) compare(argv[1], argv[2]);
    else write();
}
