// Chapter 2: what each input of the neuron contributes, and how its output follows one of them.
#include "figure.hpp"
#include "nn/activation.hpp"
#include "nn/linear.hpp"

using chart::Align;
using chart::Colour;
using chart::Kind;
using chart::number;

chart::Figure figure()
{
    const nn::Vector<> x{{0.5, -0.3, 0.8}}, w{{0.4, -0.7, 0.2}};
    const double b = 0.1;
    const nn::Linear<> neuron(w.transpose(), nn::Vector<>{{b}});
    const auto z_at = [&](double x1) { return neuron.forward(nn::Vector<>{{x1, x(1), x(2)}})(0); };
    const auto a_at = [&](double x1) { return nn::relu(z_at(x1)); };
    const double z = z_at(x(0)), a = a_at(x(0));

    chart::Panel sum{.title = "Three products and the bias add up to z"};
    sum.x = {"running sum", 0, 0.8, chart::ticks(0, 0.8, 0.2, 1), true};
    sum.y = {"input · weight", 0.4, 5.6};
    chart::Series parts{.name = "parts", .kind = Kind::boxes, .opacity = 0.4};
    double so_far = 0;
    for (int i = 0; i < 4; ++i) {
        const double part = i < 3 ? x(i) * w(i) : b, row = 5 - i;
        sum.y.ticks.push_back({row, i < 3 ? number(x(i), 1) + " · " + number(w(i), 1) : "bias"});
        sum.labels.push_back({so_far + part + 0.01, row, "+" + number(part, 2), Align::left, Colour::blue});
        parts.points.push_back({so_far, row - 0.35, so_far + part, row + 0.35});
        so_far += part;
    }
    sum.y.ticks.push_back({1, "z"});
    sum.labels.push_back({z + 0.01, 1, number(z, 2), Align::left, Colour::orange});
    sum.series = {parts, {.name = "z", .kind = Kind::boxes, .colour = Colour::orange, .points = {{0, 0.65, z, 1.35}},
                          .opacity = 0.4}};

    chart::Panel output{.title = "a = ReLU(z) as x₁ moves, x₂ and x₃ stay"};
    output.x = {"x₁", -3, 3, chart::ticks(-3, 3, 1, 0)};
    output.y = {"a, and z dashed", -0.8, 2, chart::ticks(-0.5, 2, 0.5, 1), true};
    output.series = {
        {.name = "z", .colour = Colour::grey, .points = chart::curve(z_at, -3, 3, 240), .dash = chart::Dash::dashed},
        {.name = "a", .points = chart::curve(a_at, -3, 3, 240), .width = 3.5},
        {.name = "here", .kind = Kind::points, .colour = Colour::orange, .points = {{x(0), a}}, .width = 3.5},
    };
    const std::string here = "x₁ = " + number(x(0), 1) + ": a = " + number(a, 2);
    output.labels = {{x(0) + 0.15, a - 0.4, here, Align::left, Colour::orange},
                     {-2.9, 0.2, "ReLU holds a at 0", Align::left, Colour::blue},
                     {-1.4, -0.25, "z goes on falling", Align::left, Colour::grey}};

    return {"02_single_neuron", "One neuron: add up, then clip",
            "Above, bars laid end to end: " + number(x(0) * w(0), 2) + ", " + number(x(1) * w(1), 2) + ", " +
            number(x(2) * w(2), 2) + " and the bias " + number(b, 2) + " reach z = " + number(z, 2) + ". Below, a over "
            "x₁ from −3 to 3: 0 on the left, then a rising line, through a = " + number(a, 2) + " at x₁ = " +
            number(x(0), 1) + ".",
            {sum, output}};
}
