// fails: a ReLU between two layers bends
// says: That is the chapter's test, 2 f(0) against the sum of the outer two. It is twice what is asked: halve it.
double bend(double left, double middle, double right) { return 2 * middle - left - right; }
