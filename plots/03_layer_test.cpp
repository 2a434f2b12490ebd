#include "figure_test.hpp"

namespace {

// The neuron's bar: its height, whichever of the two series it is in.
double bar(const chart::Panel& panel, int neuron)
{
    for (const chart::Series& s : panel.series)
        for (const chart::Point& p : s.points)
            if (std::abs((p.x + p.x2) / 2 - neuron) < 1e-9) return p.y2;
    throw std::invalid_argument("no bar");
}

}  // namespace

TEST_CASE("figure 3: the bars are the four neurons of seed 42 before and after ReLU")
{
    const chart::Figure f = figure();
    const double z[] = {-0.0285, 0.2176, -0.2603, 0.0794}, a[] = {0, 0.2176, 0, 0.0794};  // claims 3.2 and 3.3
    for (int i = 0; i < 4; ++i) {
        CHECK_THAT(bar(f.panels.at(0), i), WithinAbs(z[i], 0.00005));
        CHECK_THAT(bar(f.panels.at(1), i), WithinAbs(a[i], a[i] == 0 ? 0 : 0.00005));
    }
    for (const char* text : {"−0.0285", "0.2176", "−0.2603", "0.0794"}) CHECK(has_label(f.panels.at(0), text));
    CHECK(series(f.panels.at(1), "0 or below").points.size() == 2);  // claim 3.4
}

TEST_CASE("figure 3: both panels have one scale")
{
    const chart::Figure f = figure();
    const chart::Panel &z = f.panels.at(0), &a = f.panels.at(1);
    CHECK_THAT(z.height / (z.y.high - z.y.low), WithinRel(a.height / (a.y.high - a.y.low), 1e-12));
}
