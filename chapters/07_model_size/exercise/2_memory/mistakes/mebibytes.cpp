// fails: float32 takes four bytes each
// says: These are MiB: it comes out 1024 times too large. Divide by 1024 once more.
double gibibytes(double parameters, int bits) { return parameters * bits / 8 / 0x1p20; }
