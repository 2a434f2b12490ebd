// fails: the bias moves the line
// says: The bias is missing: without it every line goes through (0, 0).
int right_answers(double w1, double w2, double b)
{
    int right = 0;
    for (int x1 : {0, 1})
        for (int x2 : {0, 1})
            if ((w1 * x1 + w2 * x2 > 0) == (x1 != x2)) ++right;
    return right;
}
