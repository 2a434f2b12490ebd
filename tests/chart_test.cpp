// Figures as data: their numbers, their text and its fingerprint. Drawing is tested by plots_test.sh.
#include "catch.hpp"
#include "chart.hpp"

#include <limits>
#include <set>

namespace {

chart::Figure small_figure()
{
    chart::Panel panel{.title = "A panel"};
    panel.x = {"x", 0, 1, {{0.5, "half"}}};
    panel.y = {"y", 0, 1, {}, true};
    panel.series = {{.name = "line", .points = {{0, 0.1}, {1, 0.3}}}};
    panel.labels = {{0.5, 0.5, "a label"}};
    return {"00_small", "A title", "A description", {panel}};
}

}  // namespace

TEST_CASE("chart: numbers have their decimals, a true minus sign and no negative zero")
{
    CHECK(chart::number(-0.0285, 4) == "−0.0285");
    CHECK(chart::number(0.67, 2) == "0.67");
    CHECK(chart::number(-0.0004, 3) == "0.000");
    CHECK(chart::number(405.8, 0) == "406");
    CHECK(chart::number(-1e308, 2).size() > 300);
}

TEST_CASE("chart: ticks reach the end of the axis, whatever the rounding of the step")
{
    const std::vector<chart::Tick> ticks = chart::ticks(-0.3, 0.3, 0.1, 1);
    REQUIRE(ticks.size() == 7);
    CHECK(ticks.front().text == "−0.3");
    CHECK(ticks[3].text == "0.0");
    CHECK(ticks.back().text == "0.3");
    CHECK(chart::ticks(0, 1, 0.3, 1).size() == 4);
    CHECK(chart::ticks(0, 0, 1, 0).size() == 1);
}

TEST_CASE("chart: a curve has both ends and its steps between")
{
    const std::vector<chart::Point> points = chart::curve([](double x) { return 2 * x; }, -3, 3, 6);
    REQUIRE(points.size() == 7);
    for (int i = 0; i < 7; ++i) {
        CHECK(points[static_cast<std::size_t>(i)].x == i - 3);
        CHECK(points[static_cast<std::size_t>(i)].y == 2 * (i - 3));
    }
}

TEST_CASE("chart: whatever changes in a figure changes its fingerprint")
{
    using chart::Figure;
    const std::vector<void (*)(Figure&)> changes = {
        [](Figure&) {},
        [](Figure& f) { f.name = "other"; },
        [](Figure& f) { f.title = "other"; },
        [](Figure& f) { f.description = "other"; },
        [](Figure& f) { f.panels.push_back(f.panels[0]); },
        [](Figure& f) { f.panels[0].title = "other"; },
        [](Figure& f) { f.panels[0].height = 100; },
        [](Figure& f) { f.panels[0].share = 0.5; },
        [](Figure& f) { f.panels[0].x.label = "other"; },
        [](Figure& f) { f.panels[0].x.low = -1; },
        [](Figure& f) { f.panels[0].y.high = 2; },
        [](Figure& f) { f.panels[0].x.ticks[0].at = 0.4; },
        [](Figure& f) { f.panels[0].x.ticks[0].text = "other"; },
        [](Figure& f) { f.panels[0].y.grid = false; },
        [](Figure& f) { f.panels[0].x.log = true; },
        [](Figure& f) { f.panels[0].series[0].name = "other"; },
        [](Figure& f) { f.panels[0].series[0].kind = chart::Kind::points; },
        [](Figure& f) { f.panels[0].series[0].colour = chart::Colour::orange; },
        [](Figure& f) { f.panels[0].series[0].dash = chart::Dash::dashed; },
        [](Figure& f) { f.panels[0].series[0].marker = chart::Marker::ring; },
        [](Figure& f) { f.panels[0].series[0].width = 3; },
        [](Figure& f) { f.panels[0].series[0].opacity = 0.5; },
        [](Figure& f) { f.panels[0].series[0].points[1].x = 0.9; },
        [](Figure& f) { f.panels[0].series[0].points[1].y = 0.30001; },
        [](Figure& f) { f.panels[0].series[0].points[1].x2 = 1; },
        [](Figure& f) { f.panels[0].series[0].points[1].y2 = 1; },
        [](Figure& f) { f.panels[0].series[0].points.pop_back(); },
        [](Figure& f) { f.panels[0].labels[0].x = 0.4; },
        [](Figure& f) { f.panels[0].labels[0].y = 0.4; },
        [](Figure& f) { f.panels[0].labels[0].text = "other"; },
        [](Figure& f) { f.panels[0].labels[0].align = chart::Align::right; },
        [](Figure& f) { f.panels[0].labels[0].colour = chart::Colour::blue; },
    };
    std::set<std::string> fingerprints;
    for (const auto& change : changes) {
        Figure figure = small_figure();
        change(figure);
        fingerprints.insert(chart::fingerprint(figure));
    }
    CHECK(fingerprints.size() == changes.size());
}

TEST_CASE("chart: another machine's last bit does not change the fingerprint")
{
    const std::string before = chart::fingerprint(small_figure());
    CHECK(before.size() == 16);
    chart::Figure figure = small_figure();
    chart::Point& p = figure.panels[0].series[0].points[1];
    p.y = std::nextafter(p.y, 1.0);
    p.x = std::nextafter(p.x, 0.0);
    CHECK(chart::fingerprint(figure) == before);
    p.x2 = -0.0;
    p.y2 = 1e-17;  // what is left of a difference that is 0 elsewhere
    CHECK(chart::fingerprint(figure) == before);
    chart::Figure known;  // the hash itself is the same everywhere, too
    CHECK(chart::text(known) == "\n\n\n");
    CHECK(chart::fingerprint(known) == "2fd786189d0de06d");
}
