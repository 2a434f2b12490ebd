// Chapter 1: any number of linear layers is one linear layer, unless something bends between them.
#include "numpy/print.hpp"
#include "numpy/random.hpp"

#include <cmath>
#include <cstdio>
#include <vector>

using numpy::Matrix;
using numpy::to_string;
using numpy::Vector;

// [layer]
struct Layer {
    Matrix<> W;  // (inputs, outputs)
    Vector<> b;  // (outputs)
};

Vector<> forward(const Layer& layer, const Vector<>& x) { return x * layer.W + layer.b; }
// [/layer]

// [collapse]
// (x W1 + b1) W2 + b2 = x (W1 W2) + (b1 W2 + b2)
Layer collapse(const Layer& first, const Layer& second)
{
    return {first.W * second.W, first.b * second.W + second.b};
}
// [/collapse]

// [bent]
double relu(double x) { return std::fmax(0.0, x); }

double straight(double x) { return -3 * (2 * x + 1) + 2; }
double bent(double x) { return -3 * relu(2 * x + 1) + 2; }
// [/bent]

int main()
{
    // [two]
    const Layer first{Matrix<>{{2, 0, 1}, {-1, 1, 0}}, Vector<>{{1, 0, -1}}};
    const Layer second{Matrix<>{{1, 2}, {0, 1}, {3, -1}}, Vector<>{{0, -1}}};
    const Layer both = collapse(first, second);

    const Vector<> x{{3, 2}};
    const Vector<> hidden = forward(first, x);
    std::printf("Two layers and the one that replaces them\n");
    std::printf("x:                 %s\n", to_string(x).c_str());
    std::printf("after layer 1:     %s\n", to_string(hidden).c_str());
    std::printf("after layer 2:     %s\n", to_string(forward(second, hidden)).c_str());
    std::printf("W1 W2:\n%s\n", to_string(both.W).c_str());
    std::printf("b1 W2 + b2:        %s\n", to_string(both.b).c_str());
    std::printf("x through the one: %s\n", to_string(forward(both, x)).c_str());
    // [/two]

    // [deep]
    const std::vector<int> widths = {2, 8, 16, 32, 16, 8, 2};
    numpy::RandomState random(0);
    Vector<> through = x;
    Layer one{Matrix<>::Identity(2, 2), Vector<>::Zero(2)};
    int numbers = 0;
    for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
        const Layer layer{random.randn(widths[i], widths[i + 1]) * 0.25, random.randn(widths[i + 1])};
        through = forward(layer, through);
        one = collapse(one, layer);
        numbers += static_cast<int>(layer.W.size() + layer.b.size());
    }
    std::printf("\n%d random layers, %d weights and biases\n", static_cast<int>(widths.size()) - 1, numbers);
    std::printf("layer by layer:    %s\n", to_string(numpy::round(through, 4)).c_str());
    std::printf("as one layer of %d: %s\n", static_cast<int>(one.W.size() + one.b.size()),
                to_string(numpy::round(forward(one, x), 4)).c_str());
    // [/deep]

    // [midpoint]
    std::printf("\nA ReLU between two layers: is f(-1) + f(1) = 2 f(0)?\n");
    std::printf("without ReLU: %4.1f + %4.1f = %4.1f and 2 * %4.1f = %4.1f\n", straight(-1), straight(1),
                straight(-1) + straight(1), straight(0), 2 * straight(0));
    std::printf("with ReLU:    %4.1f + %4.1f = %4.1f and 2 * %4.1f = %4.1f\n", bent(-1), bent(1), bent(-1) + bent(1),
                bent(0), 2 * bent(0));
    // [/midpoint]

    // [line]
    // The straight line with the smallest sum of squared errors at -1, 0 and 1.
    const double slope = (bent(1) - bent(-1)) / 2;
    const double height = (bent(-1) + bent(0) + bent(1)) / 3;
    std::printf("the closest line, %.1f x %c %.1f, misses the three by %.1f, %.1f and %.1f\n", slope,
                height < 0 ? '-' : '+', std::abs(height),
                std::abs(bent(-1) - (height - slope)), std::abs(bent(0) - height),
                std::abs(bent(1) - (height + slope)));
    // [/line]

    // [animals]
    // pointed ears, small, long legs: one weight each, and a bias
    const Vector<> w{{1, 1, 0}};
    const double b = -1.5;
    std::printf("\nAnimals by one weighted sum: pointed + small - 1.5\n");
    const char* names[] = {"cat", "shepherd", "shepherd", "dachshund", "dachshund"};
    const Matrix<> animals{{1, 1, 1}, {1, 0, 0}, {1, 0, 1}, {0, 1, 0}, {0, 1, 1}};
    for (int i = 0; i < animals.rows(); ++i) {
        const double score = animals.row(i).dot(w) + b;
        std::printf("%-9s  %s  %4.1f  %s\n", names[i], to_string(animals.row(i)).c_str(),
                    score, score > 0 ? "cat" : "no cat");
    }
    // [/animals]

    // [diagonals]
    const auto s = [&](double x1, double x2) { return x1 * w(0) + x2 * w(1) + b; };
    std::printf("\nAny weighted sum s has the same total on both diagonals of the square\n");
    std::printf("s(0,0) + s(1,1) = %4.1f\n", s(0, 0) + s(1, 1));
    std::printf("s(0,1) + s(1,0) = %4.1f\n", s(0, 1) + s(1, 0));
    // [/diagonals]
}
