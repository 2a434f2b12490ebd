// Chapter 6: XOR. What one line can do, what the network does, and what its hidden layer makes of the four points.
#include "figure.hpp"
#include "nn/activation.hpp"
#include "nn/linear.hpp"

#include <algorithm>

using chart::Align;
using chart::Colour;
using chart::Kind;
using chart::Point;
using chart::Series;

namespace {

const Point corners[] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
const bool expected[] = {false, true, true, false};
constexpr double threshold = 0.5;  // above it the answer is 1

// Where f answers 1, as a band: for each x from x_low to x_high, the y between low and high. f is walked in small
// steps, and the place where it crosses the threshold is interpolated.
template <class F>
Series answers_one(const F& f, double x_low, double x_high, double low, double high)
{
    Series band{.name = "answer 1", .kind = Kind::band, .opacity = 0.25};
    const int columns = 180, steps = 180;
    for (int i = 0; i <= columns; ++i) {
        const double x = x_low + (x_high - x_low) * i / columns, step = (high - low) / steps;
        double first = high, last = low;
        for (int j = 0; j < steps; ++j) {
            const double y = low + j * step, here = f(x, y) - threshold, next = f(x, y + step) - threshold;
            if (here <= 0 && next <= 0) continue;
            first = std::min(first, here > 0 ? y : y + step * here / (here - next));
            last = std::max(last, next > 0 ? y + step : y + step * here / (here - next));
        }
        if (last > first) band.points.push_back({x, first, x, last});
    }
    return band;
}

// The band with the lines along it, except where it ends at the panel's low and high; and the four points at `place`.
template <class Place>
std::vector<Series> with_edges_and_points(const Series& band, double low, double high, Place place)
{
    Series lower{.name = "lower edge"}, upper{.name = "upper edge"};
    for (const Point& p : band.points) {
        if (p.y > low + 1e-6) lower.points.push_back({p.x, p.y});
        if (p.y2 < high - 1e-6) upper.points.push_back({p.x, p.y2});
    }
    Series one{.name = "expected 1", .kind = Kind::points, .width = 5};
    Series zero{.name = "expected 0", .kind = Kind::points, .colour = Colour::orange, .width = 5,
                .marker = chart::Marker::ring};
    for (int i = 0; i < 4; ++i) (expected[i] ? one : zero).points.push_back(place(corners[i]));
    std::vector<Series> all;
    for (const Series& s : {band, lower, upper, one, zero})
        if (!s.points.empty()) all.push_back(s);
    return all;
}

// The square with f's answers; the title ends with how many of the four are right.
template <class F>
chart::Panel square(const std::string& title, const F& f)
{
    chart::Panel p{.title = title, .height = 251, .share = 0.5};
    p.x = {"x₁", -0.4, 1.4, chart::ticks(0, 1, 1, 0)};
    p.y = {"x₂", -0.4, 1.4, chart::ticks(0, 1, 1, 0)};
    p.series = with_edges_and_points(answers_one(f, -0.4, 1.4, -0.4, 1.4), -0.4, 1.4, [](const Point& c) { return c; });
    int right = 0;
    for (int i = 0; i < 4; ++i) {
        const Point& corner = corners[i];
        const bool is_right = (f(corner.x, corner.y) > threshold) == expected[i];
        right += is_right;
        p.labels.push_back({corner.x + 0.12, corner.y, expected[i] ? "1" : "0"});
        if (!is_right) p.labels.push_back({corner.x - 0.1, corner.y + 0.2, "wrong", Align::centre});
    }
    p.title += std::to_string(right) + " of 4";
    return p;
}

}  // namespace

chart::Figure figure()
{
    const nn::Linear<> layer1(nn::Matrix<>{{1, 1}, {1, 1}}, nn::Vector<>{{0, -1}});
    const nn::Linear<> layer2(nn::Matrix<>{{1}, {-2}}, nn::Vector<>{{0}});
    const nn::Linear<> line(nn::Matrix<>{{1}, {1}}, nn::Vector<>{{0}});  // one of the best: no line gets all four
    const auto line_at = [&](double x1, double x2) { return line.forward(nn::Vector<>{{x1, x2}})(0); };
    const auto second_at = [&](double h1, double h2) { return layer2.forward(nn::Vector<>{{h1, h2}})(0); };
    const auto hidden_at = [&](double x1, double x2) {
        const nn::Vector<> h = nn::relu(layer1.forward(nn::Vector<>{{x1, x2}}));
        return Point{h(0), h(1)};
    };
    const auto network_at = [&](double x1, double x2) {
        const Point h = hidden_at(x1, x2);
        return second_at(h.x, h.y);
    };

    const chart::Panel best_line = square("One line: ", line_at), network = square("The network: ", network_at);

    chart::Panel inside{.title = "The same points where the hidden layer puts them"};
    inside.x = {"h₁", -0.4, 2.6, chart::ticks(0, 2, 1, 0)};
    inside.y = {"h₂", -1.4, 1.4, chart::ticks(-1, 1, 1, 0)};
    inside.height = 300;
    inside.series = with_edges_and_points(answers_one(second_at, -0.4, 2.6, -1.4, 1.4), -1.4, 1.4,
                                          [&](const Point& corner) { return hidden_at(corner.x, corner.y); });
    // Before ReLU the points lie on one line, with the ones in the middle; ReLU lifts the first one off it.
    chart::Series before{.name = "before ReLU", .colour = Colour::grey, .dash = chart::Dash::dashed};
    for (const Point& corner : {corners[0], corners[1], corners[3]}) {
        const nn::Vector<> z = layer1.forward(nn::Vector<>{{corner.x, corner.y}});
        before.points.push_back({z(0), z(1)});
    }
    const Point low = before.points[0], high = hidden_at(0, 0);
    inside.series.push_back(before);
    inside.series.push_back({.name = "ReLU", .kind = Kind::arrows, .colour = Colour::grey,
                             .points = {{low.x, low.y, high.x, high.y - 0.14}}, .width = 1.5});
    const Point h00 = hidden_at(0, 0), h01 = hidden_at(0, 1), h11 = hidden_at(1, 1);
    inside.labels = {{h00.x + 0.12, h00.y, "0"},
                     {h01.x + 0.12, h01.y, "1: both (0, 1) and (1, 0)"},
                     {h11.x + 0.12, h11.y, "0"},
                     {low.x + 0.12, low.y - 0.05, "before ReLU: one line"},
                     {2.55, -1.2, "shaded: the answer 1", Align::right}};

    return {"06_xor", "XOR: one line fails, two layers do it",
            "Three panels with the four XOR points: dots where the answer should be 1, rings where it should be 0. " +
            best_line.title + ". " + network.title + ": its answer 1 is a diagonal band. In the hidden layer's "
            "coordinates both points that should be 1 lie at (1, 0). Before ReLU all points are on one dashed line; ReLU "
            "lifts (0, -1) to (0, 0), and then one line is enough.",
            {best_line, network, inside}};
}
