// gate and up have the shape (d_model, d_ff), down has (d_ff, d_model): the same number three times. For Llama 3.1 405B
// it does not fit into an int, which is why the type is std::int64_t.
#include <cstdint>

std::int64_t gated_mlp(std::int64_t d_model, std::int64_t d_ff)
{
    return 3 * d_model * d_ff;
}
