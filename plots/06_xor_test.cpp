#include "figure_test.hpp"

#include <algorithm>

namespace {

// Whether the panel's shading covers (x, y): the band is looked up at its column nearest to x.
bool shaded(const chart::Panel& panel, double x, double y)
{
    const std::vector<chart::Point>& band = series(panel, "answer 1").points;
    const chart::Point p = *std::min_element(band.begin(), band.end(), [x](const auto& a, const auto& b) {
        return std::abs(a.x - x) < std::abs(b.x - x);
    });
    return std::abs(p.x - x) < 0.01 && p.y < y && y < p.y2;
}

int right_answers(const chart::Panel& panel)
{
    return int(!shaded(panel, 0, 0)) + int(shaded(panel, 0, 1)) + int(shaded(panel, 1, 0)) + int(!shaded(panel, 1, 1));
}

bool has_point(const chart::Panel& panel, const std::string& name, double x, double y)
{
    for (const chart::Point& p : series(panel, name).points)
        if (p.x == x && p.y == y) return true;
    return false;
}

}  // namespace

TEST_CASE("figure 6: the line's shading gets three of the four points and the one it misses is marked")
{
    const chart::Panel panel = figure().panels.at(0);
    CHECK(right_answers(panel) == 3);
    CHECK(panel.title == "One line: 3 of 4");
    CHECK(shaded(panel, 1, 1));
    CHECK(has_label(panel, "wrong"));
    for (const chart::Point& p : series(panel, "lower edge").points) CHECK_THAT(p.x + p.y, WithinAbs(0.5, 1e-9));
}

TEST_CASE("figure 6: no line gets all four points")
{
    // w1 x1 + w2 x2 > t for a fine grid of directions and thresholds: three points is the best of them (claim 6.2).
    int best = 0;
    for (int degree = 0; degree < 360; ++degree)
        for (double t = -1.6; t <= 1.6; t += 0.01) {
            const double w1 = std::cos(degree * 3.14159265 / 180), w2 = std::sin(degree * 3.14159265 / 180);
            best = std::max(best, int(0 <= t) + int(w2 > t) + int(w1 > t) + int(w1 + w2 <= t));
        }
    CHECK(best == 3);
}

TEST_CASE("figure 6: the network's shading is the band that holds exactly the points that are 1")
{
    const chart::Panel panel = figure().panels.at(1);
    CHECK(right_answers(panel) == 4);  // claim 6.1
    CHECK(panel.title == "The network: 4 of 4");
    CHECK(!has_label(panel, "wrong"));
    for (const chart::Point& p : series(panel, "lower edge").points) CHECK_THAT(p.x + p.y, WithinAbs(0.5, 1e-9));
    for (const chart::Point& p : series(panel, "upper edge").points) CHECK_THAT(p.x + p.y, WithinAbs(1.5, 1e-9));
}

TEST_CASE("figure 6: in hidden space the points are (0 0) and (1 0) twice and (2 1) and one line is enough")
{
    const chart::Panel panel = figure().panels.at(2);
    CHECK(has_point(panel, "expected 0", 0, 0));
    CHECK(has_point(panel, "expected 0", 2, 1));  // claim 6.4: the count, 2
    CHECK(series(panel, "expected 1").points.size() == 2);
    for (const chart::Point& p : series(panel, "expected 1").points) CHECK((p.x == 1 && p.y == 0));
    CHECK(has_point(panel, "before ReLU", 0, -1));
    CHECK(has_point(panel, "before ReLU", 1, 0));
    CHECK(has_point(panel, "before ReLU", 2, 1));
    CHECK(shaded(panel, 1, 0));
    CHECK(!shaded(panel, 0, 0));
    CHECK(!shaded(panel, 2, 1));
    for (const chart::Point& p : series(panel, "upper edge").points) CHECK_THAT(p.x - 2 * p.y, WithinAbs(0.5, 1e-9));
}
