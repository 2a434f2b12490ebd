// Chapter 1: two linear layers are one line; with ReLU between them it gets a kink.
#include "figure.hpp"
#include "nn/activation.hpp"
#include "nn/linear.hpp"

using chart::Align;
using chart::Colour;
using chart::Dash;
using chart::Kind;
using chart::number;

chart::Figure figure()
{
    const nn::Linear<> layer1(nn::Matrix<>{{2.0}}, nn::Vector<>{{1.0}});
    const nn::Linear<> layer2(nn::Matrix<>{{-3.0}}, nn::Vector<>{{2.0}});
    const nn::Linear<> collapsed(layer1.W * layer2.W, layer1.b * layer2.W + layer2.b);
    const auto stacked = [&](double x) { return layer2.forward(layer1.forward(nn::Vector<>{{x}}))(0); };
    const auto one_layer = [&](double x) { return collapsed.forward(nn::Vector<>{{x}})(0); };
    const auto kinked = [&](double x) { return layer2.forward(nn::relu(layer1.forward(nn::Vector<>{{x}})))(0); };

    // The midpoint test: on a straight line the value at 0 is halfway between the values at -1 and 1.
    const auto halfway = [](const auto& f) { return (f(-1.0) + f(1.0)) / 2; };
    const auto panel = [&](const std::string& title, const auto& f) {
        chart::Panel p{.title = title};
        p.x = {"x", -1.5, 1.5, chart::ticks(-1, 1, 1, 0)};
        p.y = {"f(x)", -10, 8, chart::ticks(-10, 5, 5, 0), true};
        p.series = {
            {.name = "f", .points = chart::curve(f, -1.5, 1.5, 240), .width = 3},
            {.name = "tested", .kind = Kind::points, .points = {{-1, f(-1.0)}, {0, f(0.0)}, {1, f(1.0)}}},
            {.name = "halfway", .kind = Kind::points, .colour = Colour::orange, .points = {{0, halfway(f)}}, .width = 4,
             .marker = chart::Marker::ring},
        };
        return p;
    };

    chart::Panel straight = panel("Two linear layers: still one straight line", stacked);
    const chart::Series same{.name = "one layer", .colour = Colour::grey,
                             .points = chart::curve(one_layer, -1.5, 1.5, 1), .width = 8};
    straight.series.insert(straight.series.begin(), same);
    straight.labels = {{0.08, 1.5, "f(0) = " + number(stacked(0.0), 1) + ": halfway", Align::left, Colour::blue},
                       {-1.4, -8, "grey: one layer, the same line", Align::left, Colour::grey}};

    chart::Panel bent = panel("The same layers with ReLU between: a kink", kinked);
    const double from = halfway(kinked), to = kinked(0.0);
    bent.series.push_back({.name = "chord", .colour = Colour::orange,
                           .points = {{-1, kinked(-1.0)}, {1, kinked(1.0)}}, .dash = Dash::dashed});
    bent.series.push_back({.name = "gap", .kind = Kind::arrows, .colour = Colour::orange,
                           .points = {{0, from + 0.4, 0, to - 0.4}}, .width = 2});
    bent.labels = {{-0.08, from - 1, "halfway: " + number(from, 1), Align::right, Colour::orange},
                   {0.08, to + 2.5, "f(0) = " + number(to, 1), Align::left, Colour::blue}};

    return {"01_linear_collapse", "Stacked lines stay a line",
            "Two panels over x from −1.5 to 1.5. Above, two linear layers give a straight line, the same as one layer; "
            "its value at 0 is halfway between those at −1 and 1. Below, ReLU between the layers gives a line with a "
            "kink: at 0 it is " + number(to, 1) + ", while halfway would be " + number(from, 1) + ".",
            {straight, bent}};
}
