// One name per part, and then the sum: that way each part can be looked at by itself. Attention and MLP grow with the
// square of the width, embeddings only with the width, so in large models the vocabulary hardly counts.
#include <cstdint>

std::int64_t parameters(std::int64_t layers, std::int64_t d_model, std::int64_t d_kv, std::int64_t d_ff,
                        std::int64_t vocabulary)
{
    const std::int64_t attention = 2 * d_model * d_model + 2 * d_model * d_kv;
    const std::int64_t mlp = 3 * d_model * d_ff;
    const std::int64_t norms = 2 * d_model;
    const std::int64_t embedding = vocabulary * d_model, output = vocabulary * d_model;
    return layers * (attention + mlp + norms) + embedding + output + d_model;
}
