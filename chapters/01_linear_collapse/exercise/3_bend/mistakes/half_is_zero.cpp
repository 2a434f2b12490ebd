// fails: a ReLU between two layers bends
// says: That is the middle value alone. Is there 1 / 2 in your answer? In C++ that is 0, for both are whole numbers.
double bend(double, double middle, double) { return middle; }
