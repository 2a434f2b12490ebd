// Chapter 3: a layer: many neurons on the same inputs, computed by one matrix product.
#include "nn/activation.hpp"
#include "numpy/print.hpp"
#include "numpy/random.hpp"

#include <cstdio>

using numpy::Matrix;
using numpy::round;
using numpy::shape;
using numpy::to_string;
using numpy::Vector;

int main()
{
    // [layer]
    const int neurons = 4;
    numpy::RandomState random(42);
    const Vector<> inputs{{0.5, -0.3, 0.8}};                  // (3,)
    const Matrix<> weights = random.randn(3, neurons) * 0.5;  // (3, 4), a column per neuron
    const Vector<> biases = Vector<>::Zero(neurons);          // (4,)

    const Vector<> z = inputs * weights + biases;  // (4,): all four neurons at once
    const Vector<> a = nn::relu(z);                // (4,)
    // [/layer]

    std::printf("Input shape:   %s\n", shape(inputs).c_str());
    std::printf("Weights shape: %s\n", shape(weights).c_str());
    std::printf("Output shape:  %s\n", shape(a).c_str());
    std::printf("\nBefore ReLU (z): %s\n", to_string(round(z, 4)).c_str());
    std::printf("After ReLU  (a): %s\n", to_string(round(a, 4)).c_str());

    std::printf("\nWeights, one column per neuron\n%s\n", to_string(weights).c_str());

    // [one_by_one]
    std::printf("\nThe same, neuron by neuron\n");
    int clipped = 0;
    for (int j = 0; j < neurons; ++j) {
        double sum = biases(j);
        for (int i = 0; i < 3; ++i) sum += inputs(i) * weights(i, j);
        std::printf("neuron %d: z = %7.4f  a = %.4f\n", j, sum, nn::relu(sum));
        if (sum < 0) ++clipped;
    }
    std::printf("clipped to 0: %d of %d\n", clipped, neurons);
    // [/one_by_one]

    // [batch]
    // One sample per row: (3, 3). One bias per neuron: (4,). Their sums: (3, 4).
    const Matrix<> batch{{0.5, -0.3, 0.8}, {0.0, 0.0, 0.0}, {-0.5, 0.3, -0.8}};
    const Vector<> some_biases = Vector<>::LinSpaced(neurons, 0.1, 0.1 * neurons);
    const Matrix<> batch_z = (batch * weights).rowwise() + some_biases;
    std::printf("\nThree samples at once, now with biases %s\n",
                to_string(some_biases).c_str());
    std::printf("%s\n", to_string(round(batch_z, 4)).c_str());
    // [/batch]
}
