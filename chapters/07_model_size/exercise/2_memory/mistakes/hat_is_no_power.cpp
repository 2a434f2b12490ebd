// fails: float32 takes four bytes each
// says: In C++ ^ is not a power: 2^30 is 28. Write 0x1p30, or std::pow(2, 30).
double gibibytes(double parameters, int bits)
{
    const int base = 2;  // g++ 13 and clang++ warn of a literal 2 ^ 30
    return parameters * bits / 8 / (base ^ 30);
}
