// Chapter 5: what an untrained network says, and what its hidden layer holds.
#include "figure.hpp"
#include "nn/mlp.hpp"
#include "nn/softmax.hpp"

#include <cmath>

using chart::Align;
using chart::Colour;
using chart::Kind;
using chart::number;

chart::Figure figure()
{
    const nn::MLP<> mlp(64, 256, 10, 0);
    const nn::Vector<> embedding = numpy::RandomState(0).randn(64) * 0.1;
    const nn::Vector<> hidden = nn::gelu(mlp.layer1.forward(embedding));
    const nn::Vector<> percent = nn::softmax(mlp.forward(embedding)) * 100;

    chart::Panel output{.title = "Ten probabilities, all close to 10 %"};
    output.x = {"token", -0.6, 9.6, chart::ticks(0, 9, 1, 0)};
    output.y = {"probability, %", 0, 13, chart::ticks(0, 10, 5, 0), true};
    chart::Series bars{.name = "probabilities", .kind = Kind::boxes, .opacity = 0.5};
    for (int i = 0; i < 10; ++i) {
        bars.points.push_back({i - 0.38, 0, i + 0.38, percent(i)});
        output.labels.push_back({double(i), 1, number(percent(i), 1), Align::centre});
    }
    output.series = {bars, {.name = "uniform", .colour = Colour::orange, .points = {{-0.6, 10}, {9.6, 10}},
                            .dash = chart::Dash::dashed}};
    output.labels.push_back({9.5, 12.2, "dashed: uniform, 10 % each", Align::right, Colour::orange});

    // How many of the 256 values lie in each bin of 0.01.
    const double low = -0.12, width = 0.01;
    std::vector<int> counts(34, 0);
    int negative = 0;
    for (double h : hidden) {
        ++counts.at(static_cast<std::size_t>(std::floor((h - low) / width)));
        negative += h < 0;
    }
    chart::Panel inside{.title = "The 256 hidden activations, after GELU"};
    inside.x = {"activation", -0.12, 0.22, chart::ticks(-0.1, 0.2, 0.1, 1)};
    inside.y = {"number of neurons", 0, 40, chart::ticks(0, 40, 10, 0), true};
    chart::Series histogram{.name = "histogram", .kind = Kind::boxes, .opacity = 0.5};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double left = low + width * static_cast<double>(i);
        if (counts[i] > 0) histogram.points.push_back({left, 0, left + width, double(counts[i])});
    }
    inside.series = {histogram};
    inside.labels = {{0.215, 37, std::to_string(negative) + " are below 0: GELU", Align::right},
                     {0.215, 33, "dampens, clips none to 0", Align::right}};

    return {"05_mlp", "An untrained network: undecided",
            "Above, ten bars, the probabilities in percent, from " + number(percent.minCoeff(), 1) + " to " +
            number(percent.maxCoeff(), 1) + ", around a dashed line at 10 percent. Below, a histogram of the 256 "
            "hidden activations from " + number(hidden.minCoeff(), 2) + " to " + number(hidden.maxCoeff(), 2) + "; " +
            std::to_string(negative) + " of them are negative.",
            {output, inside}};
}
