#include "check.hpp"

double gibibytes(double parameters, int bits);

int main()
{
    const double gib = 1024.0 * 1024.0 * 1024.0;
    check("float32 takes four bytes each", 4 * 405'853'388'800.0 / gib, "gibibytes", gibibytes, 405'853'388'800.0, 32);
    check("four bits are half a byte", 8e9 / 2 / gib, "gibibytes", gibibytes, 8e9, 4);
}
