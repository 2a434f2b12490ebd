// fails: OR gets three of four
// says: You count only the ones that are found. A zero that is answered with 0 is right, too.
int right_answers(double w1, double w2, double b)
{
    int right = 0;
    for (int x1 : {0, 1})
        for (int x2 : {0, 1})
            if (w1 * x1 + w2 * x2 + b > 0 && x1 != x2) ++right;
    return right;
}
