// fails: a ReLU between two layers bends
// says: You compare with the sum of the outer values. Halfway between them is half of that sum.
double bend(double left, double middle, double right) { return middle - (left + right); }
