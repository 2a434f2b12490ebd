#include "check.hpp"
#include "nn/mlp.hpp"

int parameters(int d_model, int d_ff, int d_out);

int main()
{
    const nn::MLP<> small(2, 3, 5), chapters_own(64, 256, 10);
    check("weights and biases of both layers count", small.parameter_count(), "parameters", parameters, 2, 3, 5);
    check("and those of the chapter's network", chapters_own.parameter_count(), "parameters", parameters, 64, 256, 10);
}
