// fails: every part of a small model counts
// says: Each layer has two norms, one before attention and one before the MLP.
#include <cstdint>

std::int64_t parameters(std::int64_t layers, std::int64_t d_model, std::int64_t d_kv, std::int64_t d_ff,
                        std::int64_t vocabulary)
{
    const std::int64_t attention = 2 * d_model * d_model + 2 * d_model * d_kv;
    const std::int64_t mlp = 3 * d_model * d_ff;
    const std::int64_t tokens = vocabulary * d_model;
    return layers * (attention + mlp + d_model) + 2 * tokens + d_model;
}
