#include "figure_test.hpp"

TEST_CASE("figure 2: the products 0.20 and 0.21 and 0.16 and the bias 0.1 lie end to end and reach z")
{
    const chart::Panel panel = figure().panels.at(0);
    const std::vector<chart::Point> parts = series(panel, "parts").points;
    const double expected[] = {0.20, 0.21, 0.16, 0.1};
    REQUIRE(parts.size() == 4);
    double so_far = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK_THAT(parts[i].x, WithinAbs(so_far, 1e-12));
        CHECK_THAT(parts[i].x2 - parts[i].x, WithinAbs(expected[i], 1e-12));
        so_far = parts[i].x2;
    }
    const chart::Point z = series(panel, "z").points.at(0);
    CHECK(z.x == 0);
    CHECK_THAT(z.x2, WithinAbs(so_far, 1e-12));
    CHECK_THAT(z.x2, WithinAbs(0.6700, 0.00005));  // claim 2.2
    for (const char* text : {"+0.20", "+0.21", "+0.16", "+0.10", "0.67"}) CHECK(has_label(panel, text));
}

TEST_CASE("figure 2: a goes through 0.67 at 0.5 and is 0 exactly where z is negative")
{
    const chart::Panel panel = figure().panels.at(1);
    const chart::Series a = series(panel, "a"), z = series(panel, "z");
    CHECK_THAT(y_at(a, 0.5), WithinAbs(0.6700, 0.00005));  // claim 2.3
    CHECK_THAT(y_at(series(panel, "here"), 0.5), WithinAbs(y_at(a, 0.5), 1e-12));
    int clipped = 0;
    for (const chart::Point& p : a.points) {
        CHECK_THAT(p.y, WithinAbs(y_at(z, p.x) > 0 ? y_at(z, p.x) : 0, 1e-12));
        clipped += p.y == 0;
        if (p.x < -1.175 - 1e-9) CHECK(p.y == 0);  // z is 0 where 0.4 x1 = -0.47
        if (p.x > -1.175 + 1e-9) CHECK(p.y > 0);
    }
    CHECK(clipped > 0);
}
