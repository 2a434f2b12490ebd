// fails: OR gets three of four
// says: You compare with 0.5. That is the threshold of the network's output; this line answers 1 where its sum is
//       above 0.
int right_answers(double w1, double w2, double b)
{
    int right = 0;
    for (int x1 : {0, 1})
        for (int x2 : {0, 1})
            if ((w1 * x1 + w2 * x2 + b > 0.5) == (x1 != x2)) ++right;
    return right;
}
