// fails: a ReLU between two layers bends
// says: You took the average of all three. The middle value is the one in question: compare it with the average of
//       the other two.
double bend(double left, double middle, double right) { return middle - (left + middle + right) / 3; }
