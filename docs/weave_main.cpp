#include "weave.hpp"

#include <iostream>

int main(int argc, char** argv) { return weave::run({argv + 1, argv + argc}, std::cout, std::cerr); }
