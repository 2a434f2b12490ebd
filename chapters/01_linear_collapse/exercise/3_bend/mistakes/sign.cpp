// fails: a ReLU between two layers bends
// says: The difference is the other way round: the middle value minus the one halfway.
double bend(double left, double middle, double right) { return (left + right) / 2 - middle; }
