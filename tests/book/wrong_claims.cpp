// Claims that are wrong in each way that there is, to see that the page "What is verified" says so.
#include "claims.hpp"

#include <stdexcept>

TEST_CASE("1.1 right")
{
    CHECK_THAT(0.1 + 0.2, RoundsTo("0.300"));
    CHECK_THAT(2.0 / 3, !RoundsTo("0.66"));
    CHECK_THAT(0.1096, RoundsTo("0.11", 3));
    CHECK_THAT(19210, RoundsTo("19,210"));
    CHECK_THROWS_AS(RoundsTo("0.67 or so"), std::invalid_argument);
}

TEST_CASE("1.2 a wrong number")
{
    CHECK_THAT(0.67, RoundsTo("0.6800"));
    CHECK_THAT(0.67, RoundsTo("0.67"));
}

TEST_CASE("1.3 erratum: an exception")
{
    CHECK(output() == "");
    throw std::runtime_error("thrown on purpose");
}

TEST_CASE("1.4 a crash")
{
    CHECK(1 + 1 == 2);
    std::abort();
}

TEST_CASE("1.5 behind the crash") { CHECK(true); }
