// fails: there are three matrices
// says: You added rows and columns. A matrix holds rows times columns numbers.
#include <cstdint>

std::int64_t gated_mlp(std::int64_t d_model, std::int64_t d_ff) { return 3 * (d_model + d_ff); }
