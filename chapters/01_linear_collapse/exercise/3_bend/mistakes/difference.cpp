// fails: a ReLU between two layers bends
// says: Halfway between two values is half of their sum, not half of their difference.
double bend(double left, double middle, double right) { return middle - (right - left) / 2; }
