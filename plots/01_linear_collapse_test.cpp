#include "figure_test.hpp"

TEST_CASE("figure 1: the two linear layers lie on one line and pass the midpoint test")
{
    const chart::Panel panel = figure().panels.at(0);
    const chart::Series f = series(panel, "f"), one = series(panel, "one layer");
    for (const chart::Point& p : f.points) {
        const double share = (p.x + 1.5) / 3;
        CHECK_THAT(p.y, WithinAbs((1 - share) * y_at(one, -1.5) + share * y_at(one, 1.5), 1e-12));
    }
    CHECK_THAT(y_at(series(panel, "halfway"), 0), WithinAbs(y_at(f, 0), 1e-12));
    const double printed[] = {5.0, -1.0, -7.0};  // by the chapter's program
    for (int x : {-1, 0, 1}) CHECK_THAT(y_at(f, x), WithinAbs(printed[x + 1], 1e-12));
}

TEST_CASE("figure 1: with ReLU between them the function has a kink and fails the midpoint test")
{
    const chart::Panel panel = figure().panels.at(1);
    const chart::Series f = series(panel, "f");
    int bends = 0;
    for (std::size_t i = 1; i + 1 < f.points.size(); ++i)
        bends += std::abs(f.points[i - 1].y - 2 * f.points[i].y + f.points[i + 1].y) > 1e-9;
    CHECK(bends == 1);  // the kink, at -1/2, is a point of the curve
    CHECK_THAT(y_at(f, -1), WithinAbs(2, 1e-12));
    CHECK_THAT(y_at(f, 1), WithinAbs(-7, 1e-12));
    CHECK_THAT((y_at(f, -1) + y_at(f, 1)) / 2, WithinAbs(-2.5, 1e-12));
    CHECK_THAT(y_at(series(panel, "halfway"), 0), WithinAbs(-2.5, 1e-12));
    CHECK_THAT(y_at(f, 0), WithinAbs(-1, 1e-12));
    const chart::Series tested = series(panel, "tested"), chord = series(panel, "chord");
    for (double x : {-1.0, 0.0, 1.0}) CHECK_THAT(y_at(tested, x), WithinAbs(y_at(f, x), 1e-12));
    for (double x : {-1.0, 1.0}) CHECK_THAT(y_at(chord, x), WithinAbs(y_at(f, x), 1e-12));
}
