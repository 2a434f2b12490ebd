#include "check.hpp"

double bend(double left, double middle, double right);

namespace {

double relu(double x) { return std::fmax(0.0, x); }
double straight(double x) { return -2.5 * (2 * x + 1) + 2; }
double bent(double x) { return -2.5 * relu(2 * x + 1) + 2; }

}  // namespace

int main()
{
    const double halfway = (bent(-1) + bent(1)) / 2;
    check("a ReLU between two layers bends", bent(0) - halfway, "bend", bend, bent(-1), bent(0), bent(1));
    check("a straight line has no bend", 0.0, "bend", bend, straight(-1), straight(0), straight(1));
    check("a bend downwards is negative", -1.0, "bend", bend, 1.0, 0.0, 1.0);
}
