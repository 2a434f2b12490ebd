// fails: on the line the answer is 0
// says: On the line itself, where the sum is exactly 0, the answer shall be 0: compare with > and not with >=.
int right_answers(double w1, double w2, double b)
{
    int right = 0;
    for (int x1 : {0, 1})
        for (int x2 : {0, 1})
            if ((w1 * x1 + w2 * x2 + b >= 0) == (x1 != x2)) ++right;
    return right;
}
