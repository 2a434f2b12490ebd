// fails: weights and biases of both layers count
// says: The biases are missing: each neuron has one, in the hidden layer and in the output layer.
int parameters(int d_model, int d_ff, int d_out) { return d_model * d_ff + d_ff * d_out; }
