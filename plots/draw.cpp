// Draws the figure that this program is built with: draw_NN_name OUT.svg [--show]
#include "figure.hpp"

#include <cstdio>
#include <exception>
#include <string>

int main(int argc, char** argv)
{
    const bool with_window = argc == 3 && std::string(argv[2]) == "--show";
    if (argc != 2 && !with_window) {
        std::fprintf(stderr, "usage: %s OUT.svg [--show]\n", argv[0]);
        return 2;
    }
    try {
        chart::draw(figure(), argv[1]);
        if (with_window) chart::show(figure());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s: %s\n", argv[0], error.what());
        return 2;
    }
}
