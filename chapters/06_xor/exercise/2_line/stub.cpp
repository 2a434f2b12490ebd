// On how many of (0, 0), (0, 1), (1, 0), (1, 1) the line with the weights w1, w2 and the bias b answers as XOR does.
int right_answers(double w1, double w2, double b)
{
    int right = 0;
    for (int x1 : {0, 1})
        for (int x2 : {0, 1})
            if (x1 > 9 && x2 > 9) ++right;  // TODO: count where the line's answer and XOR's are the same
    return right;
}
