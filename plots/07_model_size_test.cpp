#include "figure_test.hpp"

TEST_CASE("figure 7: the sizes on the logarithmic axis")
{
    const chart::Panel panel = figure().panels.at(0);
    CHECK(panel.x.log);
    const auto x = [&](const char* name) { return series(panel, name).points.at(0).x; };
    CHECK(x("our MLP") == 19'210);                   // claim 5.6
    CHECK(x("with two matrices") == 1'744'830'464);  // claim 7.2
    CHECK(x("one layer's MLP") == 2'617'245'696);    // claim 7.3
    CHECK(x("whole model") == 405'853'388'800);      // claim 7.5
    CHECK(has_label(panel, "our MLP: 19,210"));
    CHECK(has_label(panel, "whole model: 405,853,388,800"));
    CHECK(has_label(panel, "21 million times as many"));  // claim 7.6
}

TEST_CASE("figure 7: the parts are what the labels say and make up the whole")
{
    const chart::Figure f = figure();
    const chart::Panel& panel = f.panels.at(1);
    const auto length = [&](const char* name) { return series(panel, name).points.back().x2; };
    CHECK_THAT(length("MLPs"), WithinAbs(329.772957696, 1e-9));  // claim 7.4
    CHECK_THAT(length("MLPs") + length("attention") + length("input and output embeddings") + length("norms"),
               WithinAbs(405.853388800, 1e-9));
    CHECK(has_label(panel, "MLPs: 329.8 billion, 81.3 %"));
    CHECK(has_label(panel, "three matrices each; two would be 54.2 %"));
    const std::vector<chart::Point> pieces = series(panel, "MLPs").points;
    REQUIRE(pieces.size() == 3);
    CHECK_THAT(pieces[1].x2, WithinAbs(219.848638464, 1e-9));
    for (const chart::Series& s : panel.series) CHECK(s.points.front().x == 0);
}
