// The article's claims about XOR, by id (README.md lists them).
#include "claims.hpp"
#include "nn/activation.hpp"
#include "nn/linear.hpp"
#include "numpy/print.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <numbers>
#include <set>

using nn::Linear;
using numpy::Matrix;
using numpy::to_string;
using numpy::Vector;

namespace {

const Matrix<> X{{0, 0}, {0, 1}, {1, 0}, {1, 1}};
const Vector<> y{{0, 1, 1, 0}};
const Linear<> layer1(Matrix<>{{1, 1}, {1, 1}}, Vector<>{{0, -1}});
const Linear<> layer2(Matrix<>{{1}, {-2}}, Vector<>{{0}});
const Matrix<> hidden = nn::relu(layer1.forward(X));  // (4, 2)
const Matrix<> out = layer2.forward(hidden);          // (4, 1)

// How many of the four points the line w1 x1 + w2 x2 + b > 0 puts on the right side; `labels` gets who is above.
int right_of_4(double w1, double w2, double b, int* labels = nullptr)
{
    int right = 0, bits = 0;
    for (int i = 0; i < 4; ++i) {
        const int above = w1 * X(i, 0) + w2 * X(i, 1) + b > 0 ? 1 : 0;
        right += above == static_cast<int>(y(i));
        bits |= above << i;
    }
    if (labels) *labels = bits;
    return right;
}

}  // namespace

TEST_CASE("6.1 the hand-set network answers 0 and 1 and 1 and 0")
{
    for (int i = 0; i < 4; ++i) {
        CHECK(out(i, 0) == y(i));
        CHECK((out(i, 0) > 0.5) == (y(i) == 1));
        const Vector<int> x = X.row(i).cast<int>();
        CHECK_THAT(output(), ContainsSubstring("\n" + to_string(x) + text("  %17d  %10d  ✓\n", static_cast<int>(y(i)),
                                                                          out(i, 0) > 0.5 ? 1 : 0)));
    }
}

TEST_CASE("6.2 every linear classifier fails on at least one of the four points")
{
    // The four demands contradict each other: the two ones and the two zeros have the same total score.
    Matrix<> A(4, 3);
    A << X, Vector<>::Ones(4).transpose();
    CHECK(A.row(1) + A.row(2) == A.row(0) + A.row(3));
    CHECK_THAT(output(), ContainsSubstring("those > 0 add up to:   [1 1 2]\nthose <= 0 add up to:  [1 1 2]\n"
                                           "the same sum above 0 and not above 0: impossible\n"));

    // A search finds what the contradiction says: no line gets 4, some get 3, and lines make 14 of 16 labellings.
    std::set<int> labellings;
    int best = 0;
    for (int degree = 0; degree < 360; degree += 3)
        for (double b = -2; b <= 2; b += 0.0625) {
            const double angle = degree * std::numbers::pi / 180;
            int labels = 0;
            best = std::max(best, right_of_4(std::cos(angle), std::sin(angle), b, &labels));
            labellings.insert(labels);
        }
    CHECK(best == 3);
    CHECK(labellings.size() == 14);
    CHECK_FALSE(labellings.contains(0b0110));  // XOR
    CHECK_FALSE(labellings.contains(0b1001));  // its opposite
    CHECK_THAT(output(), ContainsSubstring("labellings a line can make: 14 of 16\nthose it cannot:  0110  1001\n"
                                           "best on XOR: 3 of 4\n"));

    // Least squares, the closest linear answer, is 0.5 at every point.
    const Eigen::VectorXd w = A.colPivHouseholderQr().solve(Eigen::VectorXd(y.transpose()));
    for (int i = 0; i < 4; ++i) CHECK_THAT(A.row(i).dot(w), WithinAbs(0.5, 1e-12));  // rounding of the solver
    CHECK_THAT(output(), ContainsSubstring("[0 0]  0.5000\n[0 1]  0.5000\n[1 0]  0.5000\n[1 1]  0.5000\n"));
}

TEST_CASE("6.3 layer 1 finds at least one and both, layer 2 takes the first minus twice the second")
{
    for (int i = 0; i < 4; ++i) {
        const bool at_least_one = X(i, 0) == 1 || X(i, 1) == 1, both = X(i, 0) == 1 && X(i, 1) == 1;
        CHECK((hidden(i, 0) > 0) == at_least_one);
        CHECK((hidden(i, 1) > 0) == both);
        CHECK(out(i, 0) == hidden(i, 0) - 2 * hidden(i, 1));
    }
}

TEST_CASE("6.4 erratum: neuron 0 counts the ones")
{
    const double counts[] = {0, 1, 1, 2};
    for (int i = 0; i < 4; ++i) {
        CHECK(hidden(i, 0) == counts[i]);
        const Vector<> z = layer1.forward(Vector<>(X.row(i))), h = hidden.row(i), answer = out.row(i);
        CHECK_THAT(output(), ContainsSubstring("\n" + to_string(Vector<int>(X.row(i).cast<int>())) + "  " +
                                               text("%-11s  %-6s  %s\n", to_string(z).c_str(), to_string(h).c_str(),
                                                    to_string(answer).c_str())));
    }
    // "At least one" as 0 or 1 in its place, minus twice "both": the last point becomes -1 instead of 0.
    const double as_stated[] = {0, 1, 1, 1};
    CHECK(as_stated[3] - 2 * hidden(3, 1) == -1);
    CHECK(hidden(3, 0) - 2 * hidden(3, 1) == 0);
}

TEST_CASE("6.5 erratum: the listing spaces its table differently from the article's block")
{
    // What the article's listing prints when it is run, to the byte ...
    CHECK(output().starts_with("XOR with 2-layer MLP:\n"
                               "Input         Expected    Output    \n"
                               "------------------------------------\n"
                               "[0 0]                  0           0  ✓\n"
                               "[0 1]                  1           1  ✓\n"
                               "[1 0]                  1           1  ✓\n"
                               "[1 1]                  0           0  ✓\n"
                               "\n"));
    // ... and what the article shows: other columns, the same words.
    const std::string article = "XOR with 2-layer MLP:\n"
                                "Input         Expected     Output\n"
                                "------------------------------------\n"
                                "[0 0]                 0           0  ✓\n"
                                "[0 1]                 1           1  ✓\n"
                                "[1 0]                 1           1  ✓\n"
                                "[1 1]                 0           0  ✓\n";
    CHECK_FALSE(output().starts_with(article));
    const auto without_blanks = [](std::string s) {
        std::erase(s, ' ');
        return s;
    };
    CHECK(without_blanks(output()).starts_with(without_blanks(article)));
}
