// XOR of two bits is 1 where they differ. No choice of w1, w2 and b brings this count to 4: the two ones of XOR lie on
// one diagonal and its two zeros on the other, and a weighted sum has the same total on both.
int right_answers(double w1, double w2, double b)
{
    int right = 0;
    for (int x1 : {0, 1})
        for (int x2 : {0, 1}) {
            const bool line = w1 * x1 + w2 * x2 + b > 0;
            if (line == (x1 != x2)) ++right;
        }
    return right;
}
