// One number is enough to prove that a function is not affine. The reverse does not hold: 0 at three places says
// nothing of the others.
double bend(double left, double middle, double right)
{
    return middle - (left + right) / 2;
}
