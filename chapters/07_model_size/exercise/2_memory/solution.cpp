// bits / 8 would be 0 for 4 bits, for both are int: here parameters, a double, comes first and the rest follows. 0x1p30
// is C++ for 2 to the 30th; sellers of disks count in GB, 10 to the 9th, which is 7 % less.
double gibibytes(double parameters, int bits)
{
    return parameters * bits / 8 / 0x1p30;
}
