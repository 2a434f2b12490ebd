// fails: weights and biases of both layers count
// says: The biases of the output layer are missing: those neurons have one each as well.
int parameters(int d_model, int d_ff, int d_out) { return d_model * d_ff + d_ff + d_ff * d_out; }
