// fails: OR gets three of four
// says: You compared with OR, which is 1 at (1, 1) as well. XOR is 1 where the inputs differ: x1 != x2.
int right_answers(double w1, double w2, double b)
{
    int right = 0;
    for (int x1 : {0, 1})
        for (int x2 : {0, 1})
            if ((w1 * x1 + w2 * x2 + b > 0) == (x1 + x2 > 0)) ++right;
    return right;
}
