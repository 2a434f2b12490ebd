// fails: float32 takes four bytes each
// says: These are GB, of 10⁹ bytes. A GiB has 2³⁰ bytes, which is 7 % more, so fewer of them are needed.
double gibibytes(double parameters, int bits) { return parameters * bits / 8 / 1e9; }
