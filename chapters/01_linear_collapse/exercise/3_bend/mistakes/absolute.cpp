// fails: a bend downwards is negative
// says: You dropped the sign. A middle value below the line gives a negative number.
#include <cmath>

double bend(double left, double middle, double right) { return std::abs(middle - (left + right) / 2); }
