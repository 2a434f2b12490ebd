// Chapter 7: where the 405 billion parameters of Llama 3.1 405B are. With --layer, one of its MLPs runs: layer.cpp.
#include "numpy/print.hpp"

#include <cstdint>
#include <cstdio>
#include <string>

using numpy::thousands;

// [config]
constexpr std::int64_t layers = 126;
constexpr std::int64_t d_model = 16'384;
constexpr std::int64_t d_ff = 53'248;
constexpr std::int64_t heads = 128, kv_heads = 8;  // for queries, for keys and values
constexpr std::int64_t vocabulary = 128'256;
// [/config]

// [parts]
// A gated MLP (SwiGLU): gate, up and down. And were it built like chapter 5's.
constexpr std::int64_t mlp = 3 * d_model * d_ff, two_matrices = 2 * d_model * d_ff;
// Attention: Q and output, K and V.
constexpr std::int64_t d_kv = d_model / heads * kv_heads;
constexpr std::int64_t attention = 2 * d_model * d_model + 2 * d_model * d_kv;
constexpr std::int64_t norms = 2 * d_model;               // two RMSNorms a layer
constexpr std::int64_t embedding = vocabulary * d_model;  // and as much for the output
constexpr std::int64_t in_layers = layers * (mlp + attention + norms);
constexpr std::int64_t total = in_layers + d_model + 2 * embedding;
constexpr std::int64_t ours = 64 * 256 + 256 + 256 * 10 + 10;  // chapter 5's MLP
// [/parts]

void print_row(const char* part, std::int64_t count)
{
    std::printf("%-28s %15s  %6.2f %%\n", part, thousands(count).c_str(), 100 * double(count) / double(total));
}

int run_layer(std::int64_t d_model, std::int64_t d_ff);  // layer.cpp

int main(int argc, char** argv)
{
    if (argc == 2 && std::string(argv[1]) == "--layer") return run_layer(d_model, d_ff);
    if (argc > 1) {
        std::fprintf(stderr, "07_model_size: unknown argument '%s'; it takes none, or --layer\n", argv[1]);
        return 2;
    }
    // [table]
    std::printf("Llama 3.1 405B, part by part\n");
    print_row("MLPs, three matrices each", layers * mlp);
    print_row("attention", layers * attention);
    print_row("embeddings", embedding);
    print_row("output", embedding);
    print_row("norms", layers * norms + d_model);
    print_row("total", total);
    // [/table]
    // [mlp]
    std::printf("\nOne layer's MLP\n");
    std::printf("two matrices:   %13s, all layers %15s, %.1f %% of the real total\n", thousands(two_matrices).c_str(),
                thousands(layers * two_matrices).c_str(), 100 * double(layers * two_matrices) / double(total));
    std::printf("three matrices: %13s, all layers %15s, %.1f %% of the real total\n", thousands(mlp).c_str(),
                thousands(layers * mlp).c_str(), 100 * double(layers * mlp) / double(total));
    std::printf("all else:       %44s\n", thousands(total - layers * mlp).c_str());
    std::printf("missing with two matrices: %33s\n", thousands(layers * (mlp - two_matrices)).c_str());
    std::printf("hidden size:    %.2f times the embedding\n", double(d_ff) / double(d_model));
    // [/mlp]
    // [bytes]
    std::printf("\nMemory for the weights\n");
    std::printf("float32:  %7.1f GB  %7.1f GiB\n", double(total) * 4 / 1e9, double(total) * 4 / 0x1p30);
    std::printf("bfloat16: %7.1f GB  %7.1f GiB\n", double(total) * 2 / 1e9, double(total) * 2 / 0x1p30);
    std::printf("4-bit:    %7.1f GB  %7.1f GiB\n", double(total) / 2 / 1e9, double(total) / 2 / 0x1p30);
    // [/bytes]
    // [factor]
    std::printf("\nOurs has %s parameters: %.1f million times fewer\n", thousands(ours).c_str(),
                double(total) / double(ours) / 1e6);
    // [/factor]
}
