// What docs/widgets/widgets.cpp computes when it is compiled natively: reads lines such as "activations -1", and prints
// the results of each, with all their digits, in a line.
#include "../../docs/widgets/widgets.cpp"

#include <cstdio>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <utility>

using Call = std::function<const double*(const std::vector<double>&)>;

// The function as one of a list of numbers, of which there must be as many as it takes.
template <class... Numbers>
Call call(const double* (*function)(Numbers...))
{
    return [function](const std::vector<double>& given) {
        if (given.size() != sizeof...(Numbers)) throw std::invalid_argument("it takes another number of arguments");
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return function(given[I]...);
        }(std::index_sequence_for<Numbers...>{});
    };
}

int main()
{
    const std::map<std::string, Call> functions{
        {"neuron", call(neuron)},
        {"activations", call(activations)},
        {"line", call(line)},
        {"half_plane", call(half_plane)},
        {"xor_network", call(xor_network)},
        {"xor_region", call(xor_region)},
        {"xor_hidden_region", call(xor_hidden_region)},
        {"mlp_embedding", call(mlp_embedding)},
        {"mlp_nudge", call(mlp_nudge)},
        {"mlp", call(mlp)},
    };
    for (std::string asked; std::getline(std::cin, asked);) {
        std::istringstream words(asked);
        std::string name;
        words >> name;
        std::vector<double> given;
        for (double value; words >> value;) given.push_back(value);
        try {
            const double* results = functions.at(name)(given);
            for (int i = 1; i <= results[0]; ++i) std::printf(i == 1 ? "%.17g" : " %.17g", results[i]);
            std::printf("\n");
        } catch (const std::exception& e) {
            std::fprintf(stderr, "widgets_native: '%s': %s\n", asked.c_str(), e.what());
            return 1;
        }
    }
}
