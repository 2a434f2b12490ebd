// How far the layers are from what they should compute, told by long double: for every width of a row, for rows that
// begin anywhere in memory, and for the numbers at the ends of their formats.
#include "catch.hpp"
#include "nn/mlp.hpp"
#include "nn/softmax.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <mutex>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

using nn::Matrix;
using nn::Vector;
using Real = long double;

template <class T>
constexpr Real eps = std::numeric_limits<T>::epsilon();
template <class T>
constexpr T inf = std::numeric_limits<T>::infinity();
template <class T>
constexpr T none = std::numeric_limits<T>::quiet_NaN();

Real inner(Real x) { return std::sqrt(2 / std::numbers::pi_v<Real>) * (x + 0.044715L * x * x * x); }

Real gelu_reference(Real x) { return x / (1 + std::exp(-2 * inner(x))); }

Real gelu_slope(Real x)
{
    const Real s = 1 / (1 + std::exp(-2 * inner(x)));
    return s + x * s * (1 - s) * 2 * std::sqrt(2 / std::numbers::pi_v<Real>) * (1 + 3 * 0.044715L * x * x);
}

Real gelu_exact_reference(Real x) { return x * std::erfc(-x / std::sqrt(2.0L)) / 2; }

Real gelu_exact_slope(Real x)
{
    return std::erfc(-x / std::sqrt(2.0L)) / 2 + x * std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi_v<Real>);
}

// From -40 to 40, close to each other around 0, as many as `n`.
template <class T>
std::vector<T> arguments(int n)
{
    std::vector<T> x;
    for (int i = 0; i < n; ++i) {
        const double t = 2.0 * i / (n - 1) - 1;
        x.push_back(static_cast<T>(40 * t * t * t));
    }
    return x;
}

// An array of n numbers that ends where its memory ends and begins at no particular address: what reads too far is seen
// by AddressSanitizer.
template <class T>
std::vector<T> drawn(Eigen::Index n, double scale = 1)
{
    static numpy::RandomState random(1);
    std::vector<T> values;
    for (Eigen::Index i = 0; i < n; ++i) values.push_back(static_cast<T>(scale * random.randn()));
    return values;
}

template <class T>
void check_gelu(T x, T y)
{
    const Real expected = gelu_reference(x), u = std::min(std::abs(inner(x)), Real(500));
    INFO("x = " << x << ", gelu = " << y << ", expected " << expected);
    // The exponent -2u is rounded a few times before exp makes a relative error of its absolute one. Where exp
    // overflows gelu is 0, though x over the largest number would be the smallest or so.
    const Real bound = (2 + 3 * u) * eps<T> * std::abs(expected) + std::abs(x) * std::numeric_limits<T>::min();
    CHECK(std::abs(y - expected) <= bound);
}

template <class T>
void check_forward(Eigen::Index samples, Eigen::Index n_in, Eigen::Index n_out)
{
    INFO("samples " << samples << ", n_in " << n_in << ", n_out " << n_out);
    const auto x = drawn<T>(samples * n_in), W = drawn<T>(n_in * n_out), b = drawn<T>(n_out);
    std::vector<T> y(static_cast<std::size_t>(samples * n_out), none<T>);
    std::vector<T> alone(static_cast<std::size_t>(n_out), none<T>);
    nn::fast::linear(x.data(), W.data(), b.data(), y.data(), samples, n_in, n_out);
    Real worst = 0;  // as a multiple of the bound
    bool same = true;
    for (Eigen::Index i = 0; i < samples; ++i) {
        nn::fast::linear(x.data() + i * n_in, W.data(), b.data(), alone.data(), 1, n_in, n_out);
        same = same && std::equal(alone.begin(), alone.end(), y.data() + i * n_out);
        for (Eigen::Index j = 0; j < n_out; ++j) {
            Real sum = b[static_cast<std::size_t>(j)], size = std::abs(sum);
            for (Eigen::Index k = 0; k < n_in; ++k) {
                const Real product = Real(x.data()[i * n_in + k]) * W.data()[k * n_out + j];
                sum += product;
                size += std::abs(product);
            }
            const Real error = std::abs(y.data()[i * n_out + j] - sum);
            worst = std::max(worst, error / (static_cast<Real>(n_in + 1) * eps<T> / 2 * size));
            if (!(error >= 0)) worst = inf<Real>;
        }
    }
    CHECK(worst <= 1);  // each of n_in additions rounds, and so does each product without a fused step
    CHECK(same);        // the same bits alone and in the batch
}

// The parts into which parallel() divides 0 to count, in steps of 16.
auto parts_of(Eigen::Index count)
{
    std::vector<std::pair<Eigen::Index, Eigen::Index>> parts;
    std::mutex one_at_a_time;
    nn::fast::parallel(count, 16, [&](Eigen::Index first, Eigen::Index last) {
        const std::lock_guard lock(one_at_a_time);
        parts.emplace_back(first, last);
    });
    return parts;
}

const std::size_t parts_to_begin_with = parts_of(1000).size();  // before any test has asked for threads

}  // namespace

TEMPLATE_TEST_CASE("accuracy: gelu of numbers and of arrays is right to a few units in the last place", "", float, double)
{
    const auto x = arguments<TestType>(3001);
    for (const TestType v : x) check_gelu(v, nn::gelu(v));
    const Vector<TestType> y = nn::gelu(Eigen::Map<const Vector<TestType>>(x.data(), 3001));
    for (int i = 0; i < 3001; ++i) check_gelu(x[static_cast<std::size_t>(i)], y(i));
}

TEMPLATE_TEST_CASE("accuracy: gelu of an array is the same wherever it begins and ends", "", float, double)
{
    const auto x = drawn<TestType>(60, 3);
    std::vector<TestType> whole(60);
    nn::fast::gelu(x.data(), whole.data(), 60);
    for (int first = 0; first < 20; ++first)
        for (int last = first; last <= 60; ++last) {
            std::vector<TestType> part(static_cast<std::size_t>(last - first));
            nn::fast::gelu(x.data() + first, part.data(), last - first);
            CHECK(std::equal(part.begin(), part.end(), whole.begin() + first));
            std::copy(x.begin() + first, x.begin() + last, part.begin());
            nn::fast::gelu(part.data(), part.data(), last - first);  // in its place
            CHECK(std::equal(part.begin(), part.end(), whole.begin() + first));
        }
}

TEMPLATE_TEST_CASE("accuracy: gelu of arrays at the ends of the format", "", float, double)
{
    using Limits = std::numeric_limits<TestType>;
    const TestType tiny = Limits::denorm_min(), small = Limits::min(), huge = Limits::max();
    for (int lane = 0; lane < 17; ++lane) {
        const auto gelu = [&](TestType v) {  // in one lane, with other numbers beside it
            Vector<TestType> x = Vector<TestType>::Constant(17, 1);
            x(lane) = v;
            const Vector<TestType> y = nn::gelu(x);
            for (int i = 0; i < 17; ++i)
                if (i != lane) check_gelu(TestType(1), y(i));
            return y(lane);
        };
        CHECK(gelu(0) == 0);
        CHECK(std::signbit(gelu(TestType(-0.0))));
        for (const TestType v : {small, 1000 * small, TestType(-3) * small}) CHECK(gelu(v) == v / 2);
        CHECK(std::abs(gelu(tiny)) <= tiny);
        for (const TestType v : {TestType(40), TestType(1e10), huge, inf<TestType>}) CHECK(gelu(v) == v);
        for (const TestType v : {TestType(-40), TestType(-1e10), -huge}) CHECK(gelu(v) == 0);
        CHECK(std::isnan(gelu(-inf<TestType>)));
        CHECK(std::isnan(gelu(none<TestType>)));
        CHECK(std::isnan(gelu(-none<TestType>)));
        using Bits = std::conditional_t<sizeof(TestType) == 4, std::uint32_t, std::uint64_t>;
        CHECK(std::isnan(gelu(std::bit_cast<TestType>(std::bit_cast<Bits>(none<TestType>) | 5))));  // another NaN
    }
}

TEMPLATE_TEST_CASE("accuracy: gelu_exact and both slopes are right to a few units in the last place", "", float, double)
{
    for (const TestType x : arguments<TestType>(3001)) {
        INFO("x = " << x);
        const Real exact = gelu_exact_reference(x), square = std::min(Real(x) * x, Real(2000));
        // erfc, as exp, multiplies the rounding of its argument: by about x^2.
        CHECK(std::abs(nn::gelu_exact(x) - exact) <=
              (4 + 2 * square) * eps<TestType> * std::abs(exact) + Real(std::numeric_limits<TestType>::min()));
        // The slopes cross 0 near -0.75, where they cancel: absolute, not relative.
        CHECK(std::abs(nn::gelu_derivative(x) - gelu_slope(x)) <= 8 * eps<TestType>);
        CHECK(std::abs(nn::gelu_exact_derivative(x) - gelu_exact_slope(x)) <= 4 * eps<TestType>);
    }
}

TEMPLATE_TEST_CASE("accuracy: softmax of any width is right to a few units in the last place", "", float, double)
{
    for (int n : {1, 2, 3, 4, 5, 7, 8, 9, 10, 15, 16, 17, 31, 32, 33, 100, 1000, 128'256}) {
        INFO("width " << n);
        const int rows = n > 1000 ? 1 : 4;
        const auto x = drawn<TestType>(rows * n, 5);
        std::vector<TestType> y(x.size(), none<TestType>), alone(static_cast<std::size_t>(n));
        nn::fast::softmax(x.data(), y.data(), rows, n);
        Real worst = 0;
        for (int i = 0; i < rows; ++i) {
            const auto* const row = x.data() + i * n;
            const Real largest = *std::max_element(row, row + n);
            Real sum = 0;
            for (int j = 0; j < n; ++j) sum += std::exp(row[j] - largest);
            for (int j = 0; j < n; ++j) {
                const Real expected = std::exp(row[j] - largest) / sum;
                // exp makes a relative error of the absolute one of x - largest; the sum has that of n additions, of
                // which many cancel.
                const Real bound = (5 + (largest - row[j]) / 2 + n / 20.0L) * eps<TestType>;
                worst = std::max(worst, std::abs(y.data()[i * n + j] - expected) / expected / bound);
            }
            nn::fast::softmax(row, alone.data(), 1, n);
            CHECK(std::equal(alone.begin(), alone.end(), y.data() + i * n));  // the same bits alone
        }
        CHECK(worst <= 1);
    }
}

TEMPLATE_TEST_CASE("accuracy: softmax finds the largest number wherever it is", "", float, double)
{
    for (const Eigen::Index n : {3, 16, 17, 64, 65, 200})
        for (Eigen::Index i = 0; i < n; ++i) {
            Vector<TestType> x = Vector<TestType>::Zero(n);
            x(i) = 1000;  // e^1000 is no number
            CHECK(nn::softmax(x)(i) == 1);
        }
}

TEMPLATE_TEST_CASE("accuracy: softmax down to the smallest normal number, and 0 below", "", float, double)
{
    constexpr TestType least = std::numeric_limits<TestType>::min();
    const TestType limit = std::log(least);
    for (int i = -1000; i <= 1000; ++i) {
        const TestType x = limit + static_cast<TestType>(i) / 10'000;
        const TestType p = nn::softmax(Vector<TestType>{{0, x}})(1);
        const Real expected = std::exp(static_cast<Real>(x));
        INFO("x = " << x << ", " << p << " instead of " << static_cast<double>(expected));
        if (expected < Real(least)) CHECK(p == 0);
        if (expected > 1.02L * least || p != 0) CHECK(std::abs(p / expected - 1) < 4 * eps<TestType>);
    }
}

TEMPLATE_TEST_CASE("accuracy: softmax treats rows that end inside a register as all others", "", float, double)
{
    for (int n = 1; n < 35; ++n) {
        INFO("width " << n);
        Matrix<TestType> x = Matrix<TestType>::Zero(5, n);
        x(1, n - 1) = none<TestType>;
        x(2, 0) = inf<TestType>;
        x.row(3).setConstant(-inf<TestType>);
        const Matrix<TestType> probs = nn::softmax(x);
        for (const int i : {0, 4}) {
            CHECK(probs.row(i).minCoeff() == probs.row(i).maxCoeff());
            CHECK(std::abs(probs(i, 0) - 1 / TestType(n)) <= eps<TestType> / n);
        }
        for (const int i : {1, 2, 3}) CHECK(probs.row(i).array().isNaN().all());
        const Eigen::Matrix<TestType, Eigen::Dynamic, Eigen::Dynamic> by_columns = x.bottomRows(1);  // stored otherwise
        CHECK(nn::softmax(by_columns).row(0) == probs.row(4));
    }
}

TEMPLATE_TEST_CASE("accuracy: forward is right to the rounding of its additions, for all shapes", "", float, double)
{
    for (const int n_out : {1, 2, 3, 4, 5, 7, 8, 9, 10, 15, 16, 17, 24, 31, 32, 33, 48, 63, 64, 65})
        for (const int samples : {1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 16, 17}) check_forward<TestType>(samples, 11, n_out);
    for (const int n_in : {1, 2, 7, 8, 9, 63, 511, 512, 513, 1023, 1024, 1025, 1600})  // around the size of a block
        for (const int samples : {1, 5, 8, 11}) check_forward<TestType>(samples, n_in, 37);
    for (const int samples : {127, 128, 129, 257}) check_forward<TestType>(samples, 9, 33);
    check_forward<TestType>(0, 3, 3);
    check_forward<TestType>(3, 3, 0);
    check_forward<TestType>(8, 3, 0);
    check_forward<TestType>(2, 0, 3);
    check_forward<TestType>(8, 0, 3);
}

TEMPLATE_TEST_CASE("accuracy: NaN and infinity stay in their sample and in their neuron", "", float, double)
{
    for (const int samples : {1, 9})
        for (const int n_out : {3, 10, 16, 33}) {
            INFO("samples " << samples << ", n_out " << n_out);
            nn::Linear<TestType> layer(5, n_out, 0);
            for (int j = 0; j < n_out; ++j) {
                nn::Linear<TestType> broken = layer;
                broken.W(4, j) = none<TestType>;
                Matrix<TestType> x = Matrix<TestType>::Ones(samples, 5);
                Matrix<TestType> y = broken.forward(x);
                CHECK(y.col(j).array().isNaN().all());
                y.col(j).setZero();
                CHECK(y.allFinite());
            }
            Matrix<TestType> x = Matrix<TestType>::Ones(samples, 5);
            x(samples - 1, 2) = inf<TestType>;
            const Matrix<TestType> y = layer.forward(x);
            CHECK(y.topRows(samples - 1).allFinite());
            CHECK(y.row(samples - 1).array().isInf().all());
        }
}

TEMPLATE_TEST_CASE("accuracy: a sample gives the same bits alone, in a batch and with threads", "", float, double)
{
    const nn::MLP<TestType> mlp(48, 200, 33, 3);
    const Matrix<TestType> x = numpy::RandomState(2).randn(400, 48).template cast<TestType>();
    const Matrix<TestType> y = mlp.forward(x), hidden = mlp.layer1.forward(x);
    for (const int i : {0, 127, 128, 255, 399}) {
        const Vector<TestType> one = x.row(i);
        CHECK(mlp.forward(one) == y.row(i));
    }
    const Matrix<TestType> wide = numpy::RandomState(3).randn(1200, 1900).template cast<TestType>();
    const nn::Linear<TestType> layer(wide, Vector<TestType>::Ones(1900));
    const Matrix<TestType> batch = numpy::RandomState(4).randn(5, 1200).template cast<TestType>();
    const Vector<TestType> values = numpy::RandomState(5).randn(300'001).template cast<TestType>();
    const Matrix<TestType> z = layer.forward(batch), z1 = layer.forward(batch.topRows(1)), g = nn::gelu(values);
    for (const int threads : {2, 3, 7}) {
        nn::use_threads(threads);
        CHECK(mlp.forward(x) == y);
        CHECK(mlp.layer1.forward(x) == hidden);
        CHECK(layer.forward(batch) == z);
        CHECK(layer.forward(batch.topRows(1)) == z1);
        CHECK(nn::gelu(values) == g);
    }
    nn::use_threads(0);
    CHECK(mlp.forward(x) == y);
}

TEST_CASE("threads: what one of them throws arrives, and the others are waited for")
{
    nn::MLP<> mlp(8, 16, 4);
    mlp.layer2.W = Matrix<>::Zero(15, 4);
    nn::use_threads(3);
    CHECK_THROWS_WITH(mlp.forward(Matrix<>(1000, 8)), ContainsSubstring("x (128, 16) does not fit W (15, 4)"));
    nn::use_threads(1);
}

TEST_CASE("threads: one to begin with, then as many equal parts as are allowed")
{
    CHECK(parts_to_begin_with == 1);
    for (const int threads : {-1, 0, 1, 2, 3, 8})
        for (const Eigen::Index count : {16, 17, 32, 33, 48, 100, 1000}) {
            INFO(threads << " threads, count " << count);
            nn::use_threads(threads);
            const auto parts = parts_of(count);
            const auto steps = (count + 15) / 16, expected = std::min<Eigen::Index>(steps, std::max(threads, 1));
            REQUIRE(static_cast<Eigen::Index>(parts.size()) == expected);
            for (const auto& [first, last] : parts) {
                CHECK((last - first + 15) / 16 >= steps / expected);
                CHECK((last - first + 15) / 16 <= (steps + expected - 1) / expected);
            }
        }
    nn::use_threads(1);
}

TEST_CASE("threads: the parts are all of the work, begin at steps, and may be divided again")
{
    for (const int threads : {1, 2, 3, 8})
        for (const int count : {0, 1, 15, 16, 17, 100}) {
            INFO(threads << " threads, count " << count);
            nn::use_threads(threads);
            std::vector<int> done(100, 0);
            nn::fast::parallel(count, 16, [&](Eigen::Index first, Eigen::Index last) {
                if (first % 16 != 0) throw std::runtime_error("a part begins between steps");
                std::atomic<Eigen::Index> within = 0;
                nn::fast::parallel(last - first, 1, [&](Eigen::Index from, Eigen::Index to) { within += to - from; });
                if (within != last - first) throw std::runtime_error("a part of a part was left out");
                for (Eigen::Index i = first; i < last; ++i) ++done[static_cast<std::size_t>(i)];
            });
            CHECK(std::count(done.begin(), done.end(), 1) == count);
            CHECK(std::count(done.begin(), done.end(), 0) == 100 - count);
        }
    nn::use_threads(1);
}
