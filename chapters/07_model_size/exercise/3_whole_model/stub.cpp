#include <cstdint>

// The number of parameters of the whole model.
std::int64_t parameters(std::int64_t layers, std::int64_t d_model, std::int64_t d_kv, std::int64_t d_ff,
                        std::int64_t vocabulary)
{
    const std::int64_t attention = 2 * d_model * d_model + 2 * d_model * d_kv;
    return attention;  // TODO: the rest
}
