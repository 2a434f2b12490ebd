// fails: float32 takes four bytes each
// says: You did not go from bits to bytes: it comes out 8 times too large. A byte has 8 bits.
double gibibytes(double parameters, int bits) { return parameters * bits / 0x1p30; }
