// The article's claims about the size of Llama 3.1 405B, by id (README.md lists them).
#include "claims.hpp"
#include "nn/mlp.hpp"
#include "numpy/print.hpp"

#include <cstdint>

using numpy::thousands;
using Count = std::int64_t;

namespace {

// The public configuration (Llama Team, The Llama 3 Herd of Models, 2024, table 3), counted matrix by matrix.
struct Model {
    Count layers = 126, d_model = 16384, d_ff = 53248, heads = 128, kv_heads = 8, vocabulary = 128256;

    Count mlp(Count matrices) const { return matrices * d_model * d_ff; }
    Count attention() const
    {
        const Count head = d_model / heads;
        const Count queries = d_model * heads * head, keys = d_model * kv_heads * head;
        const Count values = keys, output = heads * head * d_model;
        return queries + keys + values + output;
    }
    Count total(Count matrices) const
    {
        const Count norms = 2 * d_model;
        return 2 * vocabulary * d_model + layers * (attention() + mlp(matrices) + norms) + d_model;
    }
};
const Model llama;

double share(Count part) { return 100.0 * static_cast<double>(part) / static_cast<double>(llama.total(3)); }

}  // namespace

TEST_CASE("7.1 the model has 126 layers and 16,384 and 53,248 dimensions and 405 billion parameters")
{
    CHECK(llama.layers == 126);
    CHECK(llama.d_model == 16384);
    CHECK(llama.d_ff == 53248);
    CHECK(llama.total(3) / 1'000'000'000 == 405);
    CHECK_THAT(output(), ContainsSubstring("attention                     " +
                                           thousands(llama.layers * llama.attention()) + "   17.71 %\n"));
    CHECK_THAT(share(llama.layers * llama.attention()), RoundsTo("17.71"));
}

TEST_CASE("7.2 one layer's MLP of two matrices has over 1.7 billion parameters")
{
    CHECK(llama.mlp(2) == 1'744'830'464);
    CHECK(llama.mlp(2) > 1'700'000'000);
    CHECK_THAT(output(), ContainsSubstring("two matrices:   1,744,830,464, all layers"));
}

TEST_CASE("7.3 erratum: that model's MLP has three matrices")
{
    CHECK(llama.mlp(3) == 2'617'245'696);
    CHECK(llama.mlp(3) != llama.mlp(2));
    CHECK(llama.total(2) != 405'853'388'800);  // with two the published size does not come out
    CHECK_THAT(output(), ContainsSubstring(thousands(llama.total(3) - llama.total(2)) + "\n"));
    CHECK_THAT(output(), ContainsSubstring(thousands(llama.total(3) - 126 * llama.mlp(3)) + "\n"));
    CHECK_THAT(output(), ContainsSubstring("three matrices: 2,617,245,696, all layers"));
}

TEST_CASE("7.4 erratum: two matrices are half of the model and the real three the bulk")
{
    CHECK(126 * llama.mlp(2) == 219'848'638'464);
    CHECK_THAT(share(126 * llama.mlp(2)), RoundsTo("54.2"));
    CHECK(126 * llama.mlp(3) == 329'772'957'696);
    CHECK_THAT(share(126 * llama.mlp(3)), RoundsTo("81.3"));
    CHECK_THAT(output(), ContainsSubstring("all layers 219,848,638,464, 54.2 % of the real total\n"));
    CHECK_THAT(output(), ContainsSubstring("all layers 329,772,957,696, 81.3 % of the real total\n"));
}

TEST_CASE("7.5 the public configuration gives 405,853,388,800 parameters")
{
    CHECK(llama.total(3) == 405'853'388'800);
    CHECK_THAT(output(), ContainsSubstring("total                        " + thousands(llama.total(3)) + "  100.00 %\n"));
    CHECK_THAT(output(), ContainsSubstring("embeddings                     " +
                                           thousands(llama.vocabulary * llama.d_model) + "    0.52 %\n"));
    CHECK_THAT(output(), ContainsSubstring("norms                              " +
                                           thousands(llama.layers * 2 * llama.d_model + llama.d_model) + "    0.00 %\n"));
    const double bytes = 4 * static_cast<double>(llama.total(3));
    CHECK_THAT(output(), ContainsSubstring(text("float32:  %7.1f GB  %7.1f GiB\n", bytes / 1e9, bytes / 1073741824)));
    CHECK_THAT(output(), ContainsSubstring(text("bfloat16: %7.1f GB  %7.1f GiB\n", bytes / 2e9, bytes / 2147483648)));
    CHECK_THAT(output(), ContainsSubstring(text("4-bit:    %7.1f GB  %7.1f GiB\n", bytes / 8e9, bytes / 8589934592)));
}

TEST_CASE("7.6 chapter 5's network is about 21 million times smaller")
{
    const Count ours = nn::MLP<>(64, 256, 10).parameter_count();
    CHECK(ours == 19210);
    const double factor = static_cast<double>(llama.total(3)) / static_cast<double>(ours) / 1e6;
    CHECK_THAT(factor, RoundsTo("21"));
    CHECK_THAT(output(), ContainsSubstring(text("Ours has 19,210 parameters: %.1f million times fewer\n", factor)));
}

TEST_CASE("7.7 the factor 4 is a convention and here it is 3.25")
{
    CHECK(static_cast<double>(llama.d_ff) / static_cast<double>(llama.d_model) == 3.25);
    CHECK(4 * llama.d_model != llama.d_ff);
    CHECK_THAT(output(), ContainsSubstring("hidden size:    3.25 times the embedding\n"));
}
