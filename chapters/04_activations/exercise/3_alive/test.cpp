#include "check.hpp"

using numpy::Vector;

int learns_from(const Vector<>& xs, double w, double b);

int main()
{
    // 2 x - 4 is -10, -8, -6, -4, -2, 0 and 2: five below 0, one at 0, one above.
    const Vector<> xs{{-3, -2, -1, 0, 1, 2, 3}};
    check("inputs with a sum above 0 teach", 1, "learns_from", learns_from, xs, 2.0, -4.0);
    check("a dead unit learns from none", 0, "learns_from", learns_from, xs, 0.1, -0.5);
    check("a negative weight turns the sides", 5, "learns_from", learns_from, xs, -1.0, 2.0);
}
