// fails: there are three matrices
// says: You counted biases. The layers of this model have none.
#include <cstdint>

std::int64_t gated_mlp(std::int64_t d_model, std::int64_t d_ff) { return 3 * d_model * d_ff + 2 * d_ff + d_model; }
