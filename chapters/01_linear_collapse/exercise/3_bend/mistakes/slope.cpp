// fails: a ReLU between two layers bends
// says: That is the slope between the ends, which a straight line may have. Look at the middle value against the
//       two others.
double bend(double left, double, double right) { return (right - left) / 2; }
