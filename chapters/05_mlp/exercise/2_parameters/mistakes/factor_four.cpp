// fails: weights and biases of both layers count
// says: You took the hidden layer to be 4 times as wide as the input. That is a habit, not a rule: d_ff says how
//       wide it is.
int parameters(int d_model, int d_ff, int d_out)
{
    d_ff = 4 * d_model;
    return d_model * d_ff + d_ff + d_ff * d_out + d_out;
}
