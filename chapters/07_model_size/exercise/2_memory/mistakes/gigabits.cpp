// fails: float32 takes four bytes each
// says: Two things at once: 10⁹ where 2³⁰ is asked, and bits where bytes are.
double gibibytes(double parameters, int bits) { return parameters * bits / 1e9; }
