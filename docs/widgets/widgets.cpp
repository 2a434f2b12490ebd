/// @file
/// What the widgets of the book compute, with the workbook's own headers, for JavaScript to draw.
///
/// Each function returns where its results are: their number, then the results, until the next call. Compiled to
/// WebAssembly for the book, and natively for the test that compares the two.
#include "nn/activation.hpp"
#include "nn/mlp.hpp"
#include "nn/softmax.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

using nn::Linear;
using nn::MLP;
using numpy::Matrix;
using numpy::Vector;

namespace {

using Polygon = std::vector<std::pair<double, double>>;

std::vector<double> results;

void add(double value) { results.push_back(value); }

template <class Derived>
void add(const Eigen::MatrixBase<Derived>& values)
{
    for (Eigen::Index i = 0; i < values.rows(); ++i)
        for (Eigen::Index j = 0; j < values.cols(); ++j) add(values(i, j));
}

void add(const Polygon& polygon)  // the number of its corners, then each
{
    add(static_cast<double>(polygon.size()));
    for (const auto& [x1, x2] : polygon) add(x1), add(x2);
}

template <class... Values>
const double* give(const Values&... values)
{
    results.assign(1, 0.0);
    (add(values), ...);
    results[0] = static_cast<double>(results.size() - 1);
    return results.data();
}

// ---- XOR: lines and regions

// w1 x1 + w2 x2 + b
struct Form {
    double w1, w2, b;
    double at(double x1, double x2) const { return w1 * x1 + w2 * x2 + b; }
};

Polygon square(double low, double high) { return {{low, low}, {high, low}, {high, high}, {low, high}}; }

// The part of a convex polygon where the form is above 0 (Sutherland and Hodgman, 1974, one edge of theirs).
Polygon clip(const Polygon& polygon, const Form& form)
{
    Polygon kept;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const auto [x1, x2] = polygon[i];
        const auto [y1, y2] = polygon[(i + 1) % polygon.size()];
        const double here = form.at(x1, x2), next = form.at(y1, y2);
        if (here > 0) kept.emplace_back(x1, x2);
        if ((here > 0) != (next > 0)) {
            const double t = here / (here - next);
            kept.emplace_back(x1 + t * (y1 - x1), x2 + t * (y2 - x2));
        }
    }
    return kept;
}

const Matrix<> corners{{0, 0}, {0, 1}, {1, 0}, {1, 1}};
const std::array<bool, 4> wanted{false, true, true, false};
constexpr double threshold = 0.5;  // an output above it is the answer 1

// How many of the four scores are on the right side of a limit.
double right_answers(const Matrix<>& scores, double limit)
{
    int right = 0;
    for (int i = 0; i < 4; ++i) right += (scores(i, 0) > limit) == wanted[static_cast<std::size_t>(i)];
    return right;
}

// ---- the MLP of chapter 5

constexpr int d_model = 64, d_ff = 256, d_vocab = 10;

Vector<> embedding = Vector<>::Zero(d_model);

// The network of a seed; the last one is kept, since each takes 18,944 draws.
const MLP<>& network(double seed)
{
    static std::optional<MLP<>> mlp;
    static double drawn = -1;
    if (drawn != seed) mlp.emplace(d_model, d_ff, d_vocab, static_cast<std::uint64_t>(seed));
    drawn = seed;
    return *mlp;
}

}  // namespace

#define EXPORT extern "C" __attribute__((used))

/// Chapter 2. The three products, z and a.
EXPORT const double* neuron(double x1, double x2, double x3, double w1, double w2, double w3, double b)
{
    const Linear<> layer(Matrix<>{{w1}, {w2}, {w3}}, Vector<>{{b}});
    const double z = layer.forward(Vector<>{{x1, x2, x3}})(0);
    return give(x1 * w1, x2 * w2, x3 * w3, z, nn::relu(z));
}

/// Chapter 4. ReLU, GELU in its tanh form and in its exact form; their slopes; the tanh form minus the exact one.
EXPORT const double* activations(double x)
{
    return give(nn::relu(x), nn::gelu(x), nn::gelu_exact(x), nn::relu_derivative(x), nn::gelu_derivative(x),
                nn::gelu_exact_derivative(x), nn::gelu(x) - nn::gelu_exact(x));
}

/// Chapter 6. The line from (p1, p2) to (q1, q2), which answers 1 on its left: w1, w2 (the larger is 1 or -1) and b;
/// its four scores; how many answers are right; which corners it answers with 1, as bits.
EXPORT const double* line(double p1, double p2, double q1, double q2)
{
    double w1 = p2 - q2, w2 = q1 - p1;
    const double size = std::fmax(std::abs(w1), std::abs(w2));
    if (size > 0) w1 /= size, w2 /= size;  // else there is no line, and all scores are 0
    const double b = -(w1 * p1 + w2 * p2);
    const Matrix<> scores = Linear<>(Matrix<>{{w1}, {w2}}, Vector<>{{b}}).forward(corners);
    int labels = 0;
    for (int i = 0; i < 4; ++i) labels |= (scores(i) > 0) << i;
    return give(w1, w2, b, scores, right_answers(scores, 0), static_cast<double>(labels));
}

/// Chapter 6. The part of the square [low, high]^2 where w1 x1 + w2 x2 + b > 0: how many corners it has, and each.
EXPORT const double* half_plane(double w1, double w2, double b, double low, double high)
{
    return give(clip(square(low, high), {w1, w2, b}));
}

/// Chapter 6. The network with the hidden neurons h and k and the output y, each with two weights and a bias. For each
/// of the four corners of the input square: its two sums, the two after ReLU, the output, the answer; then how many
/// answers are right.
EXPORT const double* xor_network(double h1, double h2, double hb, double k1, double k2, double kb, double y1, double y2,
                                 double yb)
{
    const Linear<> layer1(Matrix<>{{h1, k1}, {h2, k2}}, Vector<>{{hb, kb}});
    const Linear<> layer2(Matrix<>{{y1}, {y2}}, Vector<>{{yb}});
    const Matrix<> sums = layer1.forward(corners), hidden = nn::relu(sums), outputs = layer2.forward(hidden);
    Matrix<> table(4, 6);
    table << sums, hidden, outputs, (outputs.array() > threshold).cast<double>();
    return give(table, right_answers(outputs, threshold));
}

/// Chapter 6. The part of the square [low, high]^2 to whose points this network answers 1, as polygons, one for each of
/// the four ways in which the ReLUs can be on or off.
EXPORT const double* xor_region(double h1, double h2, double hb, double k1, double k2, double kb, double y1, double y2,
                                double yb, double low, double high)
{
    std::array<Polygon, 4> regions;
    for (unsigned i = 0; i < 4; ++i) {
        const bool h_on = i & 1, k_on = i & 2;
        const double h_sign = h_on ? 1 : -1, k_sign = k_on ? 1 : -1, by_h = h_on ? y1 : 0, by_k = k_on ? y2 : 0;
        const Polygon cell = clip(clip(square(low, high), {h_sign * h1, h_sign * h2, h_sign * hb}),
                                  {k_sign * k1, k_sign * k2, k_sign * kb});
        regions[i] = clip(cell, {by_h * h1 + by_k * k1, by_h * h2 + by_k * k2, by_h * hb + by_k * kb + yb - threshold});
    }
    return give(regions[0], regions[1], regions[2], regions[3]);
}

/// Chapter 6. The part of the hidden plane, in the square [low, high]^2, to whose points the second layer answers 1.
EXPORT const double* xor_hidden_region(double y1, double y2, double yb, double low, double high)
{
    return half_plane(y1, y2, yb - threshold, low, high);
}

/// Chapter 5. The embedding of a seed, 64 numbers drawn as in the chapter. It is what mlp() takes.
EXPORT const double* mlp_embedding(double seed)
{
    embedding = numpy::RandomState(static_cast<std::uint32_t>(seed)).randn(d_model) * 0.1;
    return give(embedding);
}

/// Chapter 5. Sets one number of the embedding; there are no results.
EXPORT const double* mlp_nudge(double index, double value)
{
    embedding(static_cast<Eigen::Index>(index)) = value;
    return give();
}

/// Chapter 5. What the network of the seed makes of the embedding: ten logits; ten probabilities at the temperature;
/// their entropy, that of ten equal ones, and the share of one in the other; the 256 hidden values.
EXPORT const double* mlp(double seed, double temperature)
{
    const MLP<>& mlp = network(seed);
    const Vector<> logits = mlp.forward(embedding);
    const Vector<> probs = nn::softmax(Vector<>(logits / temperature));
    double entropy = 0;
    for (double p : probs)
        if (p > 0) entropy -= p * std::log(p);  // p log p tends to 0
    const double uniform = std::log(d_vocab);
    return give(logits, probs, entropy, uniform, entropy / uniform, nn::gelu(mlp.layer1.forward(embedding)));
}
