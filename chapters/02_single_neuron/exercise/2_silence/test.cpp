#include "check.hpp"

using numpy::Vector;

double silencing_bias(const Vector<>& x, const Vector<>& w);

int main()
{
    const Vector<> x{{0.5, -0.3, 0.8}}, w{{0.4, -0.7, 0.2}};
    const double sum = 0.5 * 0.4 + 0.3 * 0.7 + 0.8 * 0.2;
    check("the bias undoes a positive sum", -sum, "silencing_bias", silencing_bias, x, w);
    check("it undoes a negative sum as well", sum, "silencing_bias", silencing_bias, Vector<>(-x), w);
}
