// The random numbers, against what NumPy drew (random.txt), and the ziggurat's tables against their equations.
#include "catch.hpp"
#include "numpy/random.hpp"

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <functional>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace {

using Draw = std::function<double()>;

Draw stream(const std::string& name, std::uint64_t seed)
{
    numpy::RandomState legacy(static_cast<std::uint32_t>(seed));
    numpy::Generator rng = numpy::default_rng(seed);
    if (name == "random_sample") return [=]() mutable { return legacy.random_sample(); };
    if (name == "randn") return [=]() mutable { return legacy.randn(); };
    if (name == "random") return [=]() mutable { return rng.random(); };
    if (name == "standard_normal") return [=]() mutable { return rng.standard_normal(); };
    if (name == "normal(0.5,2.25)") return [=]() mutable { return rng.normal(0.5, 2.25); };
    FAIL("random.txt names the stream " << name << ", which this test does not know");
    return {};
}

// The same streams, drawn as arrays of n; where NumPy has none, there is no Draws.
using Draws = std::function<numpy::Vector<>(Eigen::Index n)>;

std::optional<Draws> array_stream(const std::string& name, std::uint64_t seed)
{
    numpy::RandomState legacy(static_cast<std::uint32_t>(seed));
    numpy::Generator rng = numpy::default_rng(seed);
    if (name == "randn") return [=](Eigen::Index n) mutable { return legacy.randn(n); };
    if (name == "standard_normal") return [=](Eigen::Index n) mutable { return rng.normal(0.0, 1.0, n); };
    if (name == "normal(0.5,2.25)") return [=](Eigen::Index n) mutable { return rng.normal(0.5, 2.25, n); };
    return {};
}

// One draw after another out of arrays of all sorts of sizes: empty, odd, around the size of a block, large.
Draw in_pieces(const Draws& draws)
{
    const std::vector<Eigen::Index> sizes = {1, 2, 0, 3, 511, 512, 513, 514, 1, 1024, 1025, 4097, 100'000, 600'000};
    std::size_t piece = 0;
    Eigen::Index next = 0;
    numpy::Vector<> a;
    return [=]() mutable {
        while (next == a.size()) {
            a = draws(sizes[piece++ % sizes.size()]);
            next = 0;
        }
        return a(next++);
    };
}

// FNV-1a over 64-bit words, as in reference.py.
std::uint64_t hash_of_bits(const Draw& draw, int count)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (int i = 0; i < count; ++i) hash = (hash ^ std::bit_cast<std::uint64_t>(draw())) * 0x100000001b3;
    return hash;
}

}  // namespace

TEST_CASE("random numbers: every stream has NumPy's bits, over a million draws a seed")
{
    std::ifstream file(FOLDER "/numpy/random.txt");
    int streams = 0, array_streams = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) continue;
        std::istringstream fields(line);
        std::string name, hash, first;
        std::uint64_t seed = 0;
        fields >> name >> seed >> hash;
        INFO(name << " with the seed " << seed);
        const Draw draw = stream(name, seed);
        for (int i = 0; i < 5; ++i) {
            fields >> first;
            CHECK(std::bit_cast<std::uint64_t>(draw()) == std::bit_cast<std::uint64_t>(std::stod(first)));
        }
        CHECK(hash_of_bits(stream(name, seed), 1'000'000) == std::stoull(hash, nullptr, 16));
        if (const auto draws = array_stream(name, seed)) {
            CHECK(hash_of_bits(in_pieces(*draws), 1'000'000) == std::stoull(hash, nullptr, 16));
            ++array_streams;
        }
        ++streams;
    }
    CHECK(streams == 39);
    CHECK(array_streams == 24);
}

TEST_CASE("random numbers: the engine has the words of std::mt19937, one by one and in blocks")
{
    for (const std::uint32_t seed : {0u, 1u, 42u, 0x80000000u, 0xffffffffu}) {
        INFO("seed " << seed);
        std::mt19937 expected(seed);
        numpy::Mt19937 engine(seed);
        int different = 0;
        for (std::size_t size = 0; size < 2000; size += 7) {
            std::vector<std::uint32_t> words(size);
            engine.fill(words);
            for (const std::uint32_t word : words) different += word != expected();
            different += engine() != expected();
        }
        CHECK(different == 0);
    }
}

TEST_CASE("random numbers: single draws and arrays in any order are one stream")
{
    // What happens is decided by dice; the same happens to a generator that makes single draws only.
    std::mt19937 dice(1);
    numpy::RandomState one(3), all(3);
    numpy::Generator single = numpy::default_rng(3), many = numpy::default_rng(3);
    int different = 0;
    for (int i = 0; i < 3000; ++i) {
        const auto rows = static_cast<Eigen::Index>(dice() % 4), columns = static_cast<Eigen::Index>(dice() % 700);
        switch (dice() % 5) {
            case 0: different += all.randn() != one.randn(); break;
            case 1: different += all.random_sample() != one.random_sample(); break;
            case 2: different += many.random() != single.random(); break;
            case 3: different += many.normal(1.0, 0.5) != single.normal(1.0, 0.5); break;
            default:
                const numpy::Matrix<> m = all.randn(rows, columns), n = many.normal(1.0, 0.5, rows, columns);
                for (Eigen::Index k = 0; k < m.size(); ++k) {
                    different += m.data()[k] != one.randn();
                    different += n.data()[k] != single.normal(1.0, 0.5);
                }
        }
    }
    CHECK(different == 0);
}

TEST_CASE("random numbers: arrays are filled row by row from the same stream")
{
    numpy::RandomState one(7), all(7);
    const numpy::Matrix<> m = all.randn(2, 3);
    const numpy::Vector<> v = all.randn(3);
    for (int i = 0; i < 2; ++i)
        for (int j = 0; j < 3; ++j) CHECK(m(i, j) == one.randn());
    for (int j = 0; j < 3; ++j) CHECK(v(j) == one.randn());

    numpy::Generator single = numpy::default_rng(7), many = numpy::default_rng(7);
    const numpy::Matrix<> n = many.normal(1.0, 0.5, 2, 3);
    const numpy::Vector<> w = many.normal(1.0, 0.5, 3);
    for (int i = 0; i < 2; ++i)
        for (int j = 0; j < 3; ++j) CHECK(n(i, j) == single.normal(1.0, 0.5));
    for (int j = 0; j < 3; ++j) CHECK(w(j) == single.normal(1.0, 0.5));
}

TEST_CASE("random numbers: randn keeps its second value while other draws are made")
{
    numpy::RandomState plain(42), mixed(42);
    CHECK(mixed.randn() == plain.randn());
    mixed.random_sample();
    CHECK(mixed.randn() == plain.randn());
}

TEST_CASE("random numbers: neither the edge nor the centre of the unit disc lies in it")
{
    CHECK(numpy::detail::in_disc(0x1.fffffffffffffp-1));
    CHECK_FALSE(numpy::detail::in_disc(1.0));
    CHECK(numpy::detail::in_disc(0x1p-106));
    CHECK_FALSE(numpy::detail::in_disc(0.0));
}

TEST_CASE("random numbers: sizes of 0 give empty arrays, negative ones throw")
{
    numpy::RandomState legacy(0);
    numpy::Generator rng = numpy::default_rng(0);
    CHECK(legacy.randn(0).size() == 0);
    CHECK(rng.normal(0, 1, 0, 5).cols() == 5);
    const std::string problem = "cannot have the shape (1, -1)";
    CHECK_THROWS_WITH(legacy.randn(-1), ContainsSubstring(problem));
    CHECK_THROWS_AS(legacy.randn(2, -1), std::invalid_argument);
    CHECK_THROWS_AS(legacy.randn(-2, 1), std::invalid_argument);
    CHECK_THROWS_AS(rng.normal(0, 1, -1), std::invalid_argument);
    CHECK_THROWS_AS(rng.normal(0, 1, 3, -1), std::invalid_argument);
}

TEST_CASE("random numbers: a negative scale throws and draws nothing")
{
    numpy::Generator rng = numpy::default_rng(0), untouched = numpy::default_rng(0);
    CHECK_THROWS_WITH(rng.normal(0, -1.5), ContainsSubstring("scale -1.5") && ContainsSubstring("0 or more"));
    CHECK_THROWS_AS(rng.normal(0, -0.0), std::invalid_argument);
    CHECK_THROWS_AS(rng.normal(0, -1, 0), std::invalid_argument);
    CHECK_THROWS_AS(rng.normal(0, -1, 0, 0), std::invalid_argument);
    CHECK(std::isnan(numpy::default_rng(0).normal(0, std::nan(""))));
    CHECK(rng.normal(3, 0) == 3);
    untouched.standard_normal();
    CHECK(rng.random() == untouched.random());
}

TEST_CASE("random numbers: the ziggurat's tables are NumPy's, to the bit")
{
    // Draws would not do: the last bit of a bound in ki decides once in 2^52 draws.
    std::uint64_t hash = 0xcbf29ce484222325;
    const auto add = [&](std::uint64_t bits) { hash = (hash ^ bits) * 0x100000001b3; };
    for (std::uint64_t k : numpy::ziggurat::ki) add(k);
    for (double w : numpy::ziggurat::wi) add(std::bit_cast<std::uint64_t>(w));
    for (double f : numpy::ziggurat::fi) add(std::bit_cast<std::uint64_t>(f));
    CHECK(hash == 0x2827d2bc2072448e);
}

TEST_CASE("random numbers: the ziggurat's layers lie on the normal curve and have equal areas")
{
    using namespace numpy::ziggurat;
    const auto curve = [](double x) { return std::exp(-0.5 * x * x); };
    const auto edge = [](std::size_t i) { return wi[i] * 0x1p52; };  // right edge of layer i
    const double tail = std::sqrt(std::acos(-1.0) / 2) * std::erfc(r / std::sqrt(2.0));
    const double area = r * curve(r) + tail;
    // The published tables are themselves rounded: they agree to about 1e-14, not to the last bit.
    CHECK_THAT(edge(255), WithinRel(r, 1e-14));
    CHECK_THAT(edge(0), WithinRel(area / curve(r), 1e-14));
    CHECK(fi[0] == 1.0);
    for (std::size_t i = 1; i < 256; ++i) {
        INFO("layer " << i);
        CHECK_THAT(fi[i], WithinRel(curve(edge(i)), 1e-13));
        CHECK_THAT(edge(i) * (fi[i - 1] - fi[i]), WithinRel(area, 1e-11));
        const double inside = i == 1 ? 0.0 : edge(i - 1) / edge(i) * 0x1p52;
        CHECK_THAT(static_cast<double>(ki[i]), WithinAbs(inside, 64.0));  // 52-bit integers: about 1e-14 of 2^52
    }
    CHECK_THAT(static_cast<double>(ki[0]), WithinAbs(r / edge(0) * 0x1p52, 64.0));
}
