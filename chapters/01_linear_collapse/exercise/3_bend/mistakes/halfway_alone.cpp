// fails: a ReLU between two layers bends
// says: That is the value halfway between the outer two. What is asked is how far the middle value is above it.
double bend(double left, double, double right) { return (left + right) / 2; }
