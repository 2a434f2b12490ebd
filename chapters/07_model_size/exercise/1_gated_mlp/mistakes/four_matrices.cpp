// fails: there are three matrices
// says: There are three matrices: gate, up and down. The 4 of other networks is a size, not a number of matrices.
#include <cstdint>

std::int64_t gated_mlp(std::int64_t d_model, std::int64_t d_ff) { return 4 * d_model * d_ff; }
