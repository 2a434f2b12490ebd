// Chapter 3: four neurons at once, before and after ReLU.
#include "figure.hpp"
#include "nn/activation.hpp"
#include "nn/linear.hpp"

using chart::Align;
using chart::Colour;
using chart::Kind;
using chart::number;

chart::Figure figure()
{
    const nn::Vector<> x{{0.5, -0.3, 0.8}};
    const nn::Linear<> layer(numpy::RandomState(42).randn(3, 4) * 0.5, nn::Vector<>::Zero(4));
    const nn::Vector<> z = layer.forward(x), a = nn::relu(z);

    // A bar for each neuron's value; the axis starts at low.
    const auto panel = [](const std::string& title, const std::string& name, double low, const nn::Vector<>& values) {
        chart::Panel p{.title = title, .height = (0.3 - low) * 400};  // one scale for both panels
        p.x = {"neuron", -0.6, 3.6, chart::ticks(0, 3, 1, 0)};
        p.y = {name, low, 0.3, chart::ticks(low < -0.2 ? -0.2 : 0, 0.2, 0.2, 1), true};
        chart::Series up{.name = "above 0", .kind = Kind::boxes, .opacity = 0.5};
        chart::Series down{.name = "0 or below", .kind = Kind::boxes, .colour = Colour::orange, .opacity = 0.5};
        for (int i = 0; i < 4; ++i) {
            const double v = values(i);
            (v > 0 ? up : down).points.push_back({i - 0.3, 0, i + 0.3, v});
            p.labels.push_back({double(i), v + (v < 0 ? -0.035 : 0.035), v == 0 ? "0" : number(v, 4), Align::centre,
                                v > 0 ? Colour::blue : Colour::orange});
        }
        p.series = {up, down};
        return p;
    };
    std::string list;
    for (int i = 0; i < 4; ++i) list += (i ? ", " : "") + number(z(i), 4);
    return {"03_layer", "Four neurons, two of them silent",
            "Two bar charts of four neurons. Above, the weighted sums z: " + list + ". Below, a = ReLU(z): the "
            "negative ones, neurons 0 and 2, are 0 and the others unchanged.",
            {panel("The weighted sums, one matrix product", "z = xW + b", -0.36, z),
             panel("After ReLU: what was negative is 0", "a = ReLU(z)", -0.05, a)}};
}
