// table [--json]: makes the table of the lines on its standard input.
#include "benchmarks/table.hpp"

#include <cstdio>
#include <exception>
#include <iostream>
#include <string>

int main(int argc, char** argv)
{
    try {
        const table::Result result = table::read(std::cin);
        const bool json = argc > 1 && std::string(argv[1]) == "--json";
        json ? table::print_json(result, std::cout) : table::print(result, std::cout);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "table: %s\n", problem.what());
        return 1;
    }
}
