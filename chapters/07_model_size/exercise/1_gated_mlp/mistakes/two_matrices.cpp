// fails: there are three matrices
// says: You counted two matrices, as in chapter 5. A gated MLP has three: gate, up and down.
#include <cstdint>

std::int64_t gated_mlp(std::int64_t d_model, std::int64_t d_ff) { return 2 * d_model * d_ff; }
