// The table of the benchmarks: medians, ratios and shares.
#include "benchmarks/table.hpp"
#include "catch.hpp"

#include <sstream>

namespace {

table::Result read(const std::string& text)
{
    std::istringstream lines(text);
    return table::read(lines);
}

// 2 multiply-adds a second, 10 bytes a second
const std::string limits = "multiply-adds, float\tlimit\t1\t50\t100\nreading memory\tlimit\t1\t2\t0\t20\n";

}  // namespace

TEST_CASE("benchmarks: the table takes medians, of an even and of an odd number of repetitions")
{
    const auto result = read("a, float\tours\t1\t3\na, float\tours\t1\t1\na, float\tours\t1\t2\n"
                             "a, float\tNumPy\t1\t10\na, float\tNumPy\t1\t4\n");
    REQUIRE(result.rows.size() == 1);
    CHECK(result.rows[0].ours() == 2);
    CHECK(result.rows[0].seconds.at("NumPy") == 7);
}

TEST_CASE("benchmarks: cases stand in the order of their places, whenever they were measured")
{
    const auto result = read("b\tours\t1\t3\t0\t0\t0\t2\na\tours\t1\t1\t0\t0\t0\t1\n");
    REQUIRE(result.rows.size() == 2);
    CHECK(result.rows[0].name == "a");
}

TEST_CASE("benchmarks: the ratio is that of the fastest other, and above 1 when ours is faster")
{
    const auto result = read("a, float\tNumPy\t1\t8\na, float\tours\t1\t2\na, float\tEigen\t1\t3\n");
    CHECK(result.rows[0].best_peer() == "Eigen");
    CHECK(result.rows[0].ratio() == 1.5);
    CHECK(read("a, float\tours\t1\t2\n").rows[0].best_peer().empty());
}

TEST_CASE("benchmarks: the share is that of the nearer limit, with as many threads")
{
    const auto share = [](const std::string& needs) {
        const auto result = read(limits + "a, float\tours\t1\t4" + needs + "\n");
        return result.rows[0].share(result.limits);
    };
    CHECK(share("\t4") == 0.5);            // 2 s of arithmetic in 4 s
    CHECK(share("\t4\t30") == 0.75);       // and 3 s of reading
    CHECK(share("") == 0);
    const auto again = read(limits + "multiply-adds, float\tlimit\t1\t25\t100\n" + limits + "a, float\tours\t1\t4\t4\n");
    CHECK(again.rows[0].share(again.limits) == 0.5);  // the median of its measurements counts, as of all others
    const auto two_threads = read(limits + "a, float\tours\t2\t4\t4\n");
    CHECK(two_threads.rows[0].share(two_threads.limits) == 0);  // that limit was not measured
}

TEST_CASE("benchmarks: steps are told by how much faster they are than the first")
{
    const auto result = read("steps: a\tslow\t1\t8\t0\t0\t0\t1\nsteps: a\tfast\t1\t2\t0\t0\t0\t2\n"
                             "steps: a\tslow\t1\t6\t0\t0\t0\t1\nsteps: b\tslow\t1\t5\t0\t0\t0\t3\n");
    CHECK(result.rows.empty());
    REQUIRE(result.steps.size() == 3);
    CHECK(result.steps[0].seconds == 7);
    std::ostringstream out;
    table::print(result, out);
    CHECK_THAT(out.str(), ContainsSubstring("2000 ms          3.50\nb\n"));
    CHECK_THAT(out.str(), ContainsSubstring("5000 ms          1.00\n"));
}

TEST_CASE("benchmarks: what others did and we did not is an error, and so is a line that is no measurement")
{
    CHECK_THROWS_WITH(read("a, float\tours\t1\t2\nA, float\tNumPy\t1\t2\n"),
                      ContainsSubstring("NumPy measured \"A, float\", which we did not"));
    CHECK_THROWS_WITH(read("Segmentation fault\n"), ContainsSubstring("not a measurement: \"Segmentation fault\""));
    CHECK_THROWS_WITH(read("a\tours\t1\t0\n"), ContainsSubstring("not a measurement"));
}

TEST_CASE("benchmarks: the table shows each case in a unit that suits it, and notes once")
{
    std::ostringstream out;
    table::print(read("# NumPy 1.2\n" + limits +
                      "a, float\tours\t1\t4e-6\t0\t0\t0\na, float\tNumPy\t1\t0.5e-3\n"
                      "b, float\tours\t1\t3e-6\t0\t0\t1000\n# NumPy 1.2\n"), out);
    CHECK_THAT(out.str(), ContainsSubstring("4.00 µs      125.00     -     500"));
    CHECK_THAT(out.str(), ContainsSubstring("3.00 ns each     -     -       -"));
    CHECK(out.str().find("NumPy 1.2") == out.str().rfind("NumPy 1.2"));

    std::ostringstream json;
    table::print_json(read("a, float\tours\t1\t4\na, float\tNumPy\t1\t8\n"), json);
    CHECK(json.str() == "[\n  {\"case\": \"a, float\", \"threads\": 1, \"seconds\": {\"NumPy\": 8, \"ours\": 4}, "
                        "\"best\": \"NumPy\", \"ratio\": 2.000}\n]\n");
}
