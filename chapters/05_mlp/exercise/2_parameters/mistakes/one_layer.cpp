// fails: weights and biases of both layers count
// says: That is the first layer alone. The second one has d_ff inputs and d_out neurons.
int parameters(int d_model, int d_ff, int d_out) { return d_model * d_ff + d_ff + 0 * d_out; }
