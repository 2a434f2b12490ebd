// The memory in GiB that so many parameters of so many bits take.
double gibibytes(double parameters, int bits)
{
    return 0;  // TODO
}
