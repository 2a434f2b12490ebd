// Chapter 6: XOR: what no line can do, two layers do.
#include "nn/activation.hpp"
#include "numpy/print.hpp"

#include <Eigen/LU>

#include <cstdio>
#include <set>

using nn::relu;
using numpy::Matrix;
using numpy::to_string;
using numpy::Vector;

int main()
{
    // [network]
    const Matrix<int> X{{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    const Vector<int> y{{0, 1, 1, 0}};

    // Layer 1: neuron 0 counts the ones, neuron 1 is 1 only when both inputs are 1.
    const Matrix<> W1{{1, 1}, {1, 1}};
    const Vector<> b1{{0, -1}};
    // Layer 2: the count minus twice "both".
    const Matrix<> W2{{1}, {-2}};
    const Vector<> b2{{0}};
    // [/network]

    // [forward]
    std::printf("XOR with 2-layer MLP:\n");
    std::printf("%-12s  %-10s  %-10s\n", "Input", "Expected", "Output");
    std::printf("------------------------------------\n");
    for (int i = 0; i < 4; ++i) {
        const Vector<> x = X.row(i).cast<double>();
        const Vector<> h = relu(x * W1 + b1);
        const Vector<> out = h * W2 + b2;
        const int pred = out(0) > 0.5 ? 1 : 0;
        const char* tick = pred == y(i) ? "✓" : "✗";
        std::printf("%-12s  %10d  %10d  %s\n", to_string(X.row(i)).c_str(), y(i), pred,
                    tick);
    }
    // [/forward]

    // [hidden]
    std::printf("\nWhat the hidden neurons say\n");
    std::printf("input  before ReLU  hidden  output\n");
    for (int i = 0; i < 4; ++i) {
        const Vector<> x = X.row(i).cast<double>();
        const Vector<> z = x * W1 + b1;
        const Vector<> out = relu(z) * W2 + b2;
        std::printf("%-5s  %-11s  %-6s  %s\n", to_string(X.row(i)).c_str(), to_string(z).c_str(),
                    to_string(relu(z)).c_str(), to_string(out).c_str());
    }
    // [/hidden]

    // [lines]
    // The ways a line can part the four points; a few weights and biases find them all.
    std::set<int> labellings;  // bit i: point i is on the positive side
    int best = 0;
    for (int w1 = -1; w1 <= 1; ++w1)
        for (int w2 = -1; w2 <= 1; ++w2)
            for (double b : {-1.5, -0.5, 0.5, 1.5}) {
                int labels = 0, right = 0;
                for (int i = 0; i < 4; ++i) {
                    const int label = w1 * X(i, 0) + w2 * X(i, 1) + b > 0 ? 1 : 0;
                    labels |= label << i;
                    right += label == y(i);
                }
                labellings.insert(labels);
                if (right > best) best = right;
            }
    std::printf("\nWhat lines can do\n");
    std::printf("labellings a line can make: %d of 16\n", static_cast<int>(labellings.size()));
    std::printf("those it cannot:");
    for (int labels = 0; labels < 16; ++labels)
        if (!labellings.contains(labels))
            std::printf("  %d%d%d%d", labels & 1, labels >> 1 & 1, labels >> 2 & 1,
                        labels >> 3 & 1);
    std::printf("\nbest on XOR: %d of 4\n", best);
    // [/lines]

    // [contradiction]
    // The score s = w1 x1 + w2 x2 + b at each point, as its three coefficients.
    const auto score = [&](int i) { return Vector<int>{{X(i, 0), X(i, 1), 1}}; };
    std::printf("\nWhy: XOR asks of w1, w2, b\n");
    for (int i = 0; i < 4; ++i)
        std::printf("%s . (w1, w2, b) %s 0\n", to_string(score(i)).c_str(), y(i) == 1 ? "> " : "<=");
    Vector<int> ones = Vector<int>::Zero(3), zeros = ones;
    for (int i = 0; i < 4; ++i) (y(i) == 1 ? ones : zeros) += score(i);
    std::printf("those > 0 add up to:   %s\n", to_string(ones).c_str());
    std::printf("those <= 0 add up to:  %s\n", to_string(zeros).c_str());
    std::printf("%s\n", ones == zeros ? "the same sum above 0 and not above 0: impossible" : "no contradiction here");
    // [/contradiction]

    // [least_squares]
    // The weights w that make A w come closest to y solve (Aᵀ A) w = Aᵀ y; one row of A per point. With rows for
    // vectors, w = y A (Aᵀ A)⁻¹.
    Matrix<> A(4, 3);
    for (int i = 0; i < 4; ++i) A.row(i) = score(i).cast<double>();
    const Matrix<> At = A.transpose();
    const Matrix<> AtA = At * A;
    const Matrix<> inverse = Eigen::Matrix3d(AtA).inverse().eval();
    const Vector<> yA = Vector<>(y.cast<double>()) * A;
    const Vector<> w = yA * inverse;
    std::printf("\nThe closest linear answer (least squares)\n");
    for (int i = 0; i < 4; ++i) std::printf("%s  %.4f\n", to_string(X.row(i)).c_str(), A.row(i).dot(w));
    // [/least_squares]
}
