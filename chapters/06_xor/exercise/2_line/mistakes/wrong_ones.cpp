// fails: OR gets three of four
// says: You counted the points it gets wrong. Count where the line and XOR agree.
int right_answers(double w1, double w2, double b)
{
    int right = 0;
    for (int x1 : {0, 1})
        for (int x2 : {0, 1})
            if ((w1 * x1 + w2 * x2 + b > 0) == (x1 == x2)) ++right;
    return right;
}
