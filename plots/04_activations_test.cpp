#include "figure_test.hpp"

#include <algorithm>

TEST_CASE("figure 4: the curves go through the printed rows")
{
    const chart::Panel panel = figure().panels.at(0);
    const double xs[] = {-2, -1, -0.5, 0, 0.5, 1, 2};
    const double relu[] = {0, 0, 0, 0, 0.5, 1, 2};                                        // claim 4.1
    const double gelu[] = {-0.0454, -0.1588, -0.1543, 0.0000, 0.3457, 0.8412, 1.9546};   // claims 4.2 and 4.3
    const double exact[] = {-0.0455, -0.1587, -0.1543, 0.0000, 0.3457, 0.8413, 1.9545};  // claim 4.3
    for (int i = 0; i < 7; ++i) {
        INFO("x = " << xs[i]);
        CHECK_THAT(y_at(series(panel, "relu"), xs[i]), WithinAbs(relu[i], 1e-12));
        CHECK_THAT(y_at(series(panel, "gelu"), xs[i]), WithinAbs(gelu[i], 0.00005));
        CHECK_THAT(y_at(series(panel, "exact"), xs[i]), WithinAbs(exact[i], 0.00005));
    }
}

TEST_CASE("figure 4: ReLU's slope is 0 up to 0 and 1 from there on, and GELU's goes smoothly through a half")
{
    const chart::Panel panel = figure().panels.at(1);
    std::vector<chart::Series> relu;
    for (const chart::Series& s : panel.series)
        if (s.name == "relu") relu.push_back(s);
    REQUIRE(relu.size() == 2);
    for (const chart::Point& p : relu[0].points) CHECK((p.x <= 0 && p.y == 0));  // claim 4.4
    for (const chart::Point& p : relu[1].points) CHECK((p.x > 0 && p.y == 1));
    CHECK_THAT(y_at(series(panel, "gelu"), 0), WithinAbs(0.5, 1e-12));
    CHECK_THAT(y_at(series(panel, "exact"), 0), WithinAbs(0.5, 1e-12));
    const std::vector<chart::Point> gelu = series(panel, "gelu").points;
    for (std::size_t i = 1; i < gelu.size(); ++i) CHECK(std::abs(gelu[i].y - gelu[i - 1].y) < 0.05);  // claim 4.7
}

TEST_CASE("figure 4: the forms differ by ten thousand times what the third panel shows")
{
    const chart::Figure f = figure();
    const chart::Series gap = series(f.panels.at(2), "gap");
    double largest = 0;
    for (const chart::Point& p : gap.points) largest = std::max(largest, std::abs(p.y));
    CHECK_THAT(largest, WithinAbs(4.73, 0.005));
    CHECK_THAT(y_at(gap, 2), WithinAbs((1.95459769 - 1.95449974) * 10'000, 0.0001));      // claim 4.3: 8 decimals each
    CHECK_THAT(y_at(gap, -2), WithinAbs((-0.04540231 + 0.04550026) * 10'000, 0.0001));
    CHECK_THAT(y_at(gap, 0), WithinAbs(0, 1e-9));
    const chart::Series marked = series(f.panels.at(2), "at -2 and 2");
    for (double x : {-2.0, 2.0}) CHECK_THAT(y_at(marked, x), WithinAbs(y_at(gap, x), 1e-9));
    CHECK(has_label(f.panels.at(2), "at 2: 1.9546 against 1.9545"));
}
