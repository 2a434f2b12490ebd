#include "check.hpp"
#include "nn/activation.hpp"

double gelu_slope(double x);

int main()
{
    check("both factors change with x", nn::gelu_derivative(0.5), "gelu_slope", gelu_slope, 0.5);
    check("at 0 the slope is one half", 0.5, "gelu_slope", gelu_slope, 0.0);
    check("left of its lowest point GELU falls", nn::gelu_derivative(-2.0), "gelu_slope", gelu_slope, -2.0);
}
