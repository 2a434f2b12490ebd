// What holds for every figure: its drawing is up to date, and nothing is missing or outside.
#include "figure_test.hpp"

#include <fstream>
#include <set>
#include <sstream>

TEST_CASE(FIGURE ": the SVG shows the figure as it is computed now")
{
    std::ifstream file(FOLDER "/" FIGURE ".svg");
    std::ostringstream svg;
    svg << file.rdbuf();
    INFO("plots/" FIGURE ".svg was drawn from other data or labels: run ./workbook plots " << std::stoi(FIGURE));
    CHECK_THAT(svg.str(), ContainsSubstring("data-fingerprint=\"" + chart::fingerprint(figure()) + "\""));
    CHECK_THAT(svg.str(), ContainsSubstring("</svg>"));
}

TEST_CASE(FIGURE ": it has a name and a title and a description and every panel has a title and labelled axes")
{
    const chart::Figure f = figure();
    CHECK(f.name == FIGURE);
    CHECK(!f.title.empty());
    CHECK(f.description.size() > 100);
    REQUIRE(!f.panels.empty());
    for (const chart::Panel& panel : f.panels) {
        INFO(panel.title);
        CHECK(!panel.title.empty());
        for (const chart::Axis& axis : {panel.x, panel.y}) {
            CHECK(axis.label.empty() == axis.ticks.empty());  // an axis that only holds rows has neither
            CHECK(axis.low < axis.high);
            for (const chart::Tick& tick : axis.ticks) CHECK((axis.low <= tick.at && tick.at <= axis.high));
        }
        CHECK(!panel.x.label.empty());
    }
}

TEST_CASE(FIGURE ": every point and label lies within its axes")
{
    const double slack = 1e-9;  // ends of steps may miss the end of the axis by a last bit
    const auto within = [&](const chart::Axis& axis, double v) {
        return axis.low - slack <= v && v <= axis.high + slack;
    };
    for (const chart::Panel& panel : figure().panels) {
        REQUIRE(!panel.series.empty());
        for (const chart::Series& s : panel.series) {
            INFO(panel.title << ": " << s.name);
            CHECK(!s.points.empty());
            const bool has_second = s.kind != chart::Kind::line && s.kind != chart::Kind::points;
            bool all_within = true;  // false for NaN, too
            for (const chart::Point& p : s.points) {
                all_within = all_within && within(panel.x, p.x) && within(panel.y, p.y);
                if (has_second) all_within = all_within && within(panel.x, p.x2) && within(panel.y, p.y2);
            }
            CHECK(all_within);
        }
        for (const chart::Label& label : panel.labels) {
            INFO(panel.title << ": " << label.text);
            CHECK((within(panel.x, label.x) && within(panel.y, label.y)));
        }
    }
}
