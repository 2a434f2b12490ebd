// The number of weights and biases of an MLP with two layers.
int parameters(int d_model, int d_ff, int d_out)
{
    return 0;  // TODO
}
