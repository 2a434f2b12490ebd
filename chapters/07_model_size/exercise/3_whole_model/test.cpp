#include "check.hpp"

std::int64_t parameters(std::int64_t layers, std::int64_t d_model, std::int64_t d_kv, std::int64_t d_ff,
                        std::int64_t vocabulary);

int main()
{
    const std::int64_t layer = 2 * 8 * 8 + 2 * 8 * 2 + 3 * 8 * 21 + 2 * 8;  // attention, MLP, norms
    check("every part of a small model counts", 5 * layer + 2 * 90 * 8 + 8, "parameters", parameters, 5, 8, 2, 21, 90);
    const std::int64_t llama = 2 * 16'384LL * 16'384 + 2 * 16'384LL * 1'024 + 3 * 16'384LL * 53'248 + 2 * 16'384LL;
    check("and of Llama 3.1 405B", 126 * llama + 2 * 128'256LL * 16'384 + 16'384, "parameters", parameters, 126,
          16'384, 1'024, 53'248, 128'256);
}
