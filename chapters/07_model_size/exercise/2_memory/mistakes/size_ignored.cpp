// fails: float32 takes four bytes each
// says: You counted one byte for each parameter. How many it takes depends on bits.
double gibibytes(double parameters, int bits) { return parameters / 0x1p30; }
