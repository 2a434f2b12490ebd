#include "figure_test.hpp"

TEST_CASE("figure 5: the bars are the printed probabilities and sum to 100 percent")
{
    const chart::Panel panel = figure().panels.at(0);
    const std::vector<chart::Point> bars = series(panel, "probabilities").points;
    const double probs[] = {0.103, 0.11, 0.096, 0.099, 0.092, 0.102, 0.094, 0.097, 0.103, 0.105};  // claim 5.4
    REQUIRE(bars.size() == 10);
    double sum = 0;
    for (std::size_t i = 0; i < 10; ++i) {
        CHECK_THAT((bars[i].x + bars[i].x2) / 2, WithinAbs(double(i), 1e-12));
        CHECK_THAT(bars[i].y2 / 100, WithinAbs(probs[i], 0.0005));
        CHECK(bars[i].y == 0);  // a bar that did not start at 0 would exaggerate
        sum += bars[i].y2;
    }
    CHECK_THAT(sum / 100, WithinAbs(1.000000, 0.0000005));  // claim 5.5
    for (const chart::Point& p : series(panel, "uniform").points) CHECK(p.y == 10);
}

TEST_CASE("figure 5: the histogram holds all 256 hidden activations, and those below 0 are as many as its label says")
{
    const chart::Panel panel = figure().panels.at(1);
    double all = 0, below = 0;
    for (const chart::Point& p : series(panel, "histogram").points) {
        CHECK_THAT(p.x2 - p.x, WithinAbs(0.01, 1e-12));
        all += p.y2;
        if (p.x2 < 0.005) below += p.y2;
    }
    CHECK(all == 256);
    CHECK(below > 0);
    CHECK(has_label(panel, chart::number(below, 0) + " are below 0: GELU"));
}
