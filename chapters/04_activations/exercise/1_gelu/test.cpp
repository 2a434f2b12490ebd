#include "check.hpp"
#include "nn/activation.hpp"

double gelu(double x);

int main()
{
    check("at 1 it is a little less than 1", nn::gelu(1.0), "gelu", gelu, 1.0);  // where x^2 = x^3
    check("the cube counts where x is not 1", nn::gelu(2.0), "gelu", gelu, 2.0);
    check("a negative x is dampened, not cut off", nn::gelu(-0.5), "gelu", gelu, -0.5);
    check("at 0 it is 0", 0.0, "gelu", gelu, 0.0);
}
