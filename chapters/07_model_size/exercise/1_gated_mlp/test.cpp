#include "check.hpp"

std::int64_t gated_mlp(std::int64_t d_model, std::int64_t d_ff);

int main()
{
    const std::int64_t small = 10 * 35 + 10 * 35 + 35 * 10;  // gate, up, down
    check("there are three matrices", small, "gated_mlp", gated_mlp, 10, 35);
    const std::int64_t gate = 16'384LL * 53'248LL;
    check("Llama's own sizes fit", 3 * gate, "gated_mlp", gated_mlp, 16'384, 53'248);
}
