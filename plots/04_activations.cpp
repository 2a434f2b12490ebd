// Chapter 4: ReLU and both forms of GELU, their slopes, and how little the two forms differ.
#include "figure.hpp"
#include "nn/activation.hpp"

using chart::Align;
using chart::Colour;
using chart::curve;
using chart::Kind;
using chart::number;

chart::Figure figure()
{
    const chart::Axis x{"x", -3, 3, chart::ticks(-3, 3, 1, 0)};
    const auto relu = [](double t) { return nn::relu(t); };
    const auto gelu = [](double t) { return nn::gelu(t); };
    const auto exact = [](double t) { return nn::gelu_exact(t); };
    const auto relu_slope = [](double t) { return nn::relu_derivative(t); };
    const auto gelu_slope = [](double t) { return nn::gelu_derivative(t); };
    const auto exact_slope = [](double t) { return nn::gelu_exact_derivative(t); };
    const auto gap = [](double t) { return (nn::gelu(t) - nn::gelu_exact(t)) * 10'000; };

    chart::Panel values{.title = "The functions", .x = x, .y = {"f(x)", -0.7, 3, chart::ticks(0, 3, 1, 0), true}};
    values.series = {
        {.name = "relu", .colour = Colour::orange, .points = curve(relu, -3, 3, 240)},
        {.name = "gelu", .points = curve(gelu, -3, 3, 240), .width = 4},
        {.name = "exact", .kind = Kind::points, .colour = Colour::ink, .points = curve(exact, -3, 3, 24), .width = 1.7},
    };
    values.labels = {{-2.9, 0.35, "ReLU", Align::left, Colour::orange},
                     {-2.9, -0.4, "GELU: tanh form", Align::left, Colour::blue},
                     {1.1, 0.35, "dots: exact GELU"}};

    chart::Panel slopes{.title = "Their slopes: ReLU jumps, GELU bends", .x = x};
    slopes.y = {"f′(x)", -0.3, 1.45, chart::ticks(0, 1, 0.5, 1), true};
    slopes.series = {  // ReLU's is two lines: no line stands upright at the jump
        {.name = "relu", .colour = Colour::orange, .points = curve(relu_slope, -3, 0, 1)},
        {.name = "relu", .colour = Colour::orange, .points = curve(relu_slope, 1e-9, 3, 1)},
        {.name = "gelu", .points = curve(gelu_slope, -3, 3, 240), .width = 4},
        {.name = "exact", .kind = Kind::points, .colour = Colour::ink, .points = curve(exact_slope, -3, 3, 24),
         .width = 1.7},
    };
    slopes.labels = {{-2.9, 0.15, "ReLU: 0", Align::left, Colour::orange},
                     {1.7, 0.87, "ReLU: 1", Align::left, Colour::orange},
                     {1.1, 1.32, "GELU", Align::left, Colour::blue}};

    chart::Panel gaps{.title = "Tanh form minus exact form, magnified", .x = x};
    gaps.y = {"difference · 10,000", -3, 6, chart::ticks(-2, 4, 2, 0), true};
    gaps.series = {{.name = "gap", .points = curve(gap, -3, 3, 240)},
                   {.name = "at -2 and 2", .kind = Kind::points, .colour = Colour::orange,
                    .points = {{-2, gap(-2.0)}, {2, gap(2.0)}}, .width = 3}};
    const std::string at_2 = "at 2: " + number(gelu(2.0), 4) + " against " + number(exact(2.0), 4);
    gaps.labels = {{1.75, 1.3, at_2, Align::right, Colour::orange}};

    return {"04_activations", "ReLU and the two GELUs",
            "Three panels over x from −3 to 3. ReLU is 0 and then x; GELU, tanh form and exact form on top of each "
            "other, dips below 0 on the left and nears ReLU on both sides. ReLU's slope jumps from 0 to 1, GELU's "
            "bends smoothly and goes a little above 1. The two forms differ in the fourth decimal: at 2 they are " +
            number(gelu(2.0), 4) + " and " + number(exact(2.0), 4) + ".",
            {values, slopes, gaps}};
}
