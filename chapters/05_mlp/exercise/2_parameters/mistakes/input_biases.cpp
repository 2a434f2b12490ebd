// fails: weights and biases of both layers count
// says: You gave the inputs biases. Inputs are only numbers; the neurons of the hidden layer and of the output
//       layer have biases.
int parameters(int d_model, int d_ff, int d_out) { return d_model * d_ff + d_model + d_ff * d_out + d_ff; }
