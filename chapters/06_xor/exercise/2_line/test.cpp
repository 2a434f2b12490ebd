#include "check.hpp"

int right_answers(double w1, double w2, double b);

int main()
{
    // x1 + x2 - 0.5 > 0 is OR: right but for (1, 1).
    check("OR gets three of four", 3, "right_answers", right_answers, 1.0, 1.0, -0.5);
    // x2 - 2 x1 - 0.5 > 0 only at (0, 1): right but for (1, 0). Without the bias it is the same ...
    check("a line may single out one point", 3, "right_answers", right_answers, -2.0, 1.0, -0.5);
    // ... but x1 - x2 + 0.5 > 0 everywhere except at (0, 1): one right, the point (1, 0).
    check("the bias moves the line", 1, "right_answers", right_answers, 1.0, -1.0, 0.5);
    // x1 + x2 > 0: on the line itself, at (0, 0), the answer is 0.
    check("on the line the answer is 0", 3, "right_answers", right_answers, 1.0, 1.0, 0.0);
    // 1.5 - x1 - x2 > 0 everywhere but at (1, 1).
    check("NAND gets three of four", 3, "right_answers", right_answers, -1.0, -1.0, 1.5);
}
