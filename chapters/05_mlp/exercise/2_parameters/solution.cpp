// Each layer has a weight for each pair of an input and a neuron, and a bias for each neuron. The outputs of the first
// layer are the inputs of the second, which is why d_ff appears on both sides.
int parameters(int d_model, int d_ff, int d_out)
{
    return d_model * d_ff + d_ff + d_ff * d_out + d_out;
}
