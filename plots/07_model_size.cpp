// Chapter 7: from 19,210 parameters to 405 billion, and where they are.
#include "figure.hpp"
#include "nn/mlp.hpp"
#include "numpy/print.hpp"

#include <cmath>
#include <cstdint>

using chart::Align;
using chart::Colour;
using chart::Kind;
using chart::Marker;
using chart::number;
using numpy::thousands;

chart::Figure figure()
{
    // The public configuration of Llama 3.1 405B.
    const std::int64_t layers = 126, d_model = 16'384, d_ff = 53'248, heads = 128, kv_heads = 8, vocabulary = 128'256;
    const std::int64_t kv_width = d_model / heads * kv_heads;
    const std::int64_t matrix = d_model * d_ff;  // the MLP is gated: three of them
    const std::int64_t mlps = layers * 3 * matrix;
    const std::int64_t attention = layers * 2 * (d_model * d_model + d_model * kv_width);  // q and o, k and v
    const std::int64_t embeddings = 2 * vocabulary * d_model;                              // input and output
    const std::int64_t norms = (2 * layers + 1) * d_model;
    const std::int64_t total = mlps + attention + embeddings + norms;
    const std::int64_t ours = nn::MLP<>(64, 256, 10).parameter_count();
    const double factor = double(total) / double(ours);
    const auto billion = [](std::int64_t n, int decimals) { return number(double(n) / 1e9, decimals) + " billion"; };
    const auto percent = [&](std::int64_t n, int decimals) {
        return number(double(n) / double(total) * 100, decimals) + " %";
    };

    chart::Panel sizes{.title = "From our MLP to the whole model"};
    sizes.x = {"parameters (logarithmic axis)", 1e3, 1e13};
    sizes.x.ticks = {{1e4, "10⁴"}, {1e6, "10⁶"}, {1e8, "10⁸"}, {1e10, "10¹⁰"}, {1e12, "10¹²"}};
    sizes.x.log = sizes.x.grid = true;
    sizes.y = {"", 0, 5};
    const auto mark = [&](const std::string& name, std::int64_t n, double row, Colour colour, Marker marker) {
        sizes.series.push_back({.name = name, .kind = Kind::points, .colour = colour, .points = {{double(n), row}},
                                .width = 4, .marker = marker});
        const bool small = n < 1'000'000;  // its label stands on the right, where there is room
        sizes.labels.push_back({small ? double(n) * 2 : double(n) / 2, row, name + ": " + thousands(n),
                                small ? Align::left : Align::right, colour});
    };
    mark("our MLP", ours, 4.4, Colour::orange, Marker::dot);
    mark("one layer's MLP", 3 * matrix, 3.4, Colour::blue, Marker::dot);
    mark("with two matrices", 2 * matrix, 2.5, Colour::grey, Marker::ring);
    mark("whole model", total, 1.5, Colour::blue, Marker::dot);
    sizes.series.push_back({.name = "factor", .kind = Kind::arrows, .colour = Colour::ink,
                            .points = {{double(ours), 0.3, double(total), 0.3}}, .width = 1.5});
    const double middle = std::sqrt(double(ours) * double(total));  // of a logarithmic axis
    sizes.labels.push_back({middle, 0.7, number(factor / 1e6, 0) + " million times as many", Align::centre});

    chart::Panel parts{.title = "Where the " + billion(total, 1) + " are", .height = 290};
    parts.x = {"billion parameters", 0, 420, chart::ticks(0, 400, 100, 0), true};
    parts.y = {"", 0, 11};
    const auto bar = [&](const std::string& name, std::int64_t n, double row, int decimals, int pieces) {
        chart::Series boxes{.name = name, .kind = Kind::boxes, .opacity = 0.5};
        for (int i = 0; i < pieces; ++i)
            boxes.points.push_back({double(n) / 1e9 * i / pieces, row, double(n) / 1e9 * (i + 1) / pieces, row + 0.9});
        parts.series.push_back(boxes);
        parts.labels.push_back({4, row + 1.5, name + ": " + billion(n, decimals) + ", " + percent(n, decimals)});
    };
    bar("MLPs", mlps, 8.6, 1, 3);
    bar("attention", attention, 5.3, 1, 1);
    bar("input and output embeddings", embeddings, 2.75, 1, 1);
    bar("norms", norms, 0.2, 3, 1);
    const std::string two = "three matrices each; two would be " + percent(layers * 2 * matrix, 1);
    parts.labels.push_back({4, 8.05, two, Align::left, Colour::blue});

    return {"07_model_size", "From thousands to billions",
            "Above, parameter counts on a logarithmic axis: our MLP " + thousands(ours) + ", one layer's MLP " +
            thousands(3 * matrix) + " (" + thousands(2 * matrix) + " with two matrices, not three), the whole model " + thousands(total) + ". Below, bars: MLPs " + percent(mlps, 1) + ", attention " + percent(attention, 1) +
            ", embeddings " + percent(embeddings, 1) + ", norms " + percent(norms, 3) + ".",
            {sizes, parts}};
}
