// The layers: shapes and scalars of every kind, one sample or many, one thread or three. Sums are right to the rounding
// of their additions, what is documented of NaN and infinity holds, a sample has the same bits alone and in a batch,
// and shapes that do not fit are refused, all others taken. Each array ends where its memory ends.
#include "fuzz.hpp"
#include "nn/mlp.hpp"
#include "nn/softmax.hpp"

#include <stdexcept>

namespace {

using Eigen::Index;
using fuzz::Input;
using fuzz::require;
using nn::Matrix;
using nn::Vector;
using Real = long double;

template <class T>
bool same(T a, T b)
{
    return (std::isnan(a) && std::isnan(b)) || (a == b && std::signbit(a) == std::signbit(b));
}

template <class T>
bool same(const std::vector<T>& a, const T* b)
{
    for (const T& x : a)
        if (!same(x, *b++)) return false;
    return true;
}

template <class T>
constexpr Real eps = std::numeric_limits<T>::epsilon();

// y[j] = b[j] + the sum of x[k] W[k, j]
template <class T>
void check_sums(const T* x, const std::vector<T>& W, const std::vector<T>& b, const T* y)
{
    const std::size_t n_out = b.size(), n_in = n_out == 0 ? 0 : W.size() / n_out;
    for (std::size_t j = 0; j < n_out; ++j) {
        Real sum = b[j], size = std::abs(sum);
        for (std::size_t k = 0; k < n_in; ++k) {
            const Real product = Real(x[k]) * W[k * n_out + j];
            sum += product;
            size += std::abs(product);
        }
        if (std::isnan(sum)) {
            require(std::isnan(y[j]), "sum ", j, " of ", n_in, " inputs should be NaN");
        } else if (std::isinf(sum)) {
            // Where a finite product overflows T on the way, infinity of the other sign may meet this one.
            require(y[j] == sum || std::isnan(y[j]), "sum ", j, " of ", n_in, " inputs should be infinite");
        } else if (size < std::numeric_limits<T>::max() / 2) {
            const Real rounding = static_cast<Real>(n_in + 1) * (eps<T> * size + std::numeric_limits<T>::denorm_min());
            require(std::abs(y[j] - sum) <= rounding, "sum ", j, " of ", n_in, " inputs is too far off");
        }
    }
}

template <class T>
void check_linear(Input& input, Index samples, Index n_in, Index n_out)
{
    const auto x = input.numbers<T>(samples * n_in), W = input.numbers<T>(n_in * n_out), b = input.numbers<T>(n_out);
    std::vector<T> y(static_cast<std::size_t>(samples * n_out)), alone(b.size());
    nn::fast::linear(x.data(), W.data(), b.data(), y.data(), samples, n_in, n_out);
    for (Index i = 0; i < samples; ++i) {
        const T *const sample = x.data() + i * n_in, *const row = y.data() + i * n_out;
        if (i < 20) check_sums(sample, W, b, row);
        nn::fast::linear(sample, W.data(), b.data(), alone.data(), 1, n_in, n_out);
        require(same(alone, row), "sample ", i, " is another alone");
    }

    // The same through the layer.
    using Weights = Eigen::Map<const Matrix<T>>;
    const nn::Linear<T> layer(Weights(W.data(), n_in, n_out), Eigen::Map<const Vector<T>>(b.data(), n_out));
    const Matrix<T> out = layer.forward(Weights(x.data(), samples, n_in));
    require(out.rows() == samples && out.cols() == n_out && same(y, out.data()), "Linear is not fast::linear");
}

template <class T>
void check_gelu(Input& input, Index n)
{
    const auto x = input.numbers<T>(n);
    std::vector<T> y(x.size()), in_place = x;
    nn::fast::gelu(x.data(), y.data(), n);
    nn::fast::gelu(in_place.data(), in_place.data(), n);
    require(same(y, in_place.data()), "gelu is another in its place");
    for (std::size_t i = 0; i < x.size(); ++i) {
        const T one = nn::gelu(x[i]), slope = nn::gelu_derivative(x[i]);
        require(std::isnan(one) == std::isnan(y[i]), "gelu(", x[i], ") is NaN in an array or alone only");
        if (std::isnan(y[i])) {
            require(!std::isfinite(x[i]), "gelu(", x[i], ") is NaN");
            continue;
        }
        require(-T(0.171) < y[i] && y[i] <= std::max(x[i], T(0)), "gelu(", x[i], ") is not between -0.17 and relu");
        // -2u is rounded a few times before exp makes a relative error of its absolute one (where exp is not 0).
        const Real u = std::min(std::abs(Real(nn::gelu_inner(x[i]))), Real(800));
        const Real least = (1 + 2 * std::abs(Real(x[i]))) * std::numeric_limits<T>::min();
        const Real bound = (4 + 6 * u) * eps<T> * std::abs(Real(one)) + least;
        require(x[i] == y[i] || std::abs(Real(y[i]) - one) <= bound, "gelu(", x[i], ") is another in an array");
        require(-T(0.13) < slope && slope < T(1.13), "gelu(", x[i], ") has a slope that is too steep");
        require(nn::relu(x[i]) == std::max(x[i], T(0)), "relu(", x[i], ")");
    }
}

template <class T>
void check_softmax(Input& input, Index rows, Index n)
{
    const auto x = input.numbers<T>(rows * n);
    std::vector<T> y(x.size()), alone(static_cast<std::size_t>(n));
    nn::fast::softmax(x.data(), y.data(), rows, n);
    for (Index i = 0; i < rows; ++i) {
        const T *const in = x.data() + i * n, *const out = y.data() + i * n;
        nn::fast::softmax(in, alone.data(), 1, n);
        require(same(alone, out), "softmax of row ", i, " is another alone");
        bool defined = false;
        for (Index j = 0; j < n; ++j) defined = defined || std::isfinite(in[j]);
        for (Index j = 0; j < n; ++j) defined = defined && in[j] < std::numeric_limits<T>::infinity();
        Real sum = 0;
        for (Index j = 0; j < n; ++j) {
            require(std::isnan(out[j]) != defined, "softmax is NaN where it should not be, or not where it should");
            if (!defined) continue;
            require(0 <= out[j] && out[j] <= 1 + 4 * eps<T>, "no probability");
            require(in[j] != -std::numeric_limits<T>::infinity() || out[j] == 0, "-inf should have the probability 0");
            sum += out[j];
        }
        if (defined)
            require(std::abs(sum - 1) <= static_cast<Real>(n + 8) * eps<T>, "the probabilities are not 1 together");
    }
}

// Calls f, which must throw std::invalid_argument with `text` unless it fits.
template <class F>
void refused_unless(bool fits, const std::string& text, F f)
{
    try {
        f();
        require(fits, "this should be refused: ", text);
    } catch (const std::invalid_argument& e) {
        require(!fits, "this should fit: ", e.what());
        require(std::string(e.what()).find(text) != std::string::npos, "\"", text, "\" is missing: ", e.what());
    }
}

template <class T>
void check_shapes(Input& input)
{
    const auto size = [&] { return input.up_to(9); };
    const auto zeros = [](Index rows, Index columns) { return Matrix<T>(Matrix<T>::Zero(rows, columns)); };
    const Matrix<T> W1 = zeros(size(), size()), W2 = zeros(size(), size()), x = zeros(size(), size());
    const Vector<T> b = Vector<T>::Zero(size());
    refused_unless(b.size() == W1.cols(), "b " + numpy::shape(b) + " does not fit W " + numpy::shape(W1),
                   [&] { nn::Linear<T>(W1, b); });
    nn::Linear<T> layer1(W1, Vector<T>::Zero(W1.cols())), layer2(W2, Vector<T>::Zero(W2.cols()));
    refused_unless(x.cols() == W1.rows(), "x " + numpy::shape(x) + " does not fit W " + numpy::shape(W1),
                   [&] { layer1.forward(x); });
    refused_unless(W1.cols() == W2.rows(), numpy::shape(W1) + " does not fit layer2.W " + numpy::shape(W2),
                   [&] { nn::MLP<T>(layer1, layer2); });

    // Sizes of any kind, as far as their product can be drawn in the time there is.
    const Index n_in = input.take<Index>() >> input.up_to(63), n_out = input.take<Index>() >> input.up_to(63);
    if (n_in > 64 || n_out > 64) return;
    const auto seed = input.take<std::uint64_t>();
    refused_unless(n_in >= 0 && n_out >= 0, "", [&] {
        const nn::MLP<T> mlp(n_in, n_out, n_in, seed);
        const Matrix<T> in = zeros(1 + input.up_to(300), n_in), y = mlp.forward(in);
        require(y.allFinite() && y.isZero(0), "zeros through layers without biases are zeros");
        require(y.rows() == in.rows() && y.cols() == n_in, "the shape of what comes out");
    });
}

template <class T>
void check(Input& input)
{
    nn::use_threads(1 + input.take<std::uint8_t>() % 3);
    const auto what = input.take<std::uint8_t>();
    Index samples = input.up_to(20), n_in = input.up_to(40), n_out = input.up_to(70);
    // Blocks, panels and threads begin at some hundreds; one of the three is enough.
    if (what & 8) samples += 120;
    else if (what & 16) n_in += Index{380} * (1 + what / 128);
    else if (what & 32) n_out *= 20;
    switch (what % 4) {
        case 0: return check_linear<T>(input, samples, n_in, n_out);
        case 1: return check_gelu<T>(input, n_in + n_out);
        case 2: return check_softmax<T>(input, samples, n_out);
        default: return check_shapes<T>(input);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Input input(data, size);
    if (input.take<std::uint8_t>() % 2 == 0) check<float>(input);
    else check<double>(input);
    return 0;
}
