// fails: four bits are half a byte
// says: 4 / 8 is 0 when both are whole numbers. Multiply the double by bits first, and divide then.
double gibibytes(double parameters, int bits) { return parameters * (bits / 8) / 0x1p30; }
