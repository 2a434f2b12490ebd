// fails: Llama's own sizes fit
// says: The number does not fit into an int and comes out wrapped around. Keep to std::int64_t throughout.
#include <cstdint>

std::int64_t gated_mlp(std::int64_t d_model, std::int64_t d_ff)
{
    return static_cast<std::int32_t>(3 * d_model * d_ff);
}
