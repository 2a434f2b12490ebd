// How far the middle value lies above the straight line through the outer two; f(-1), f(0) and f(1) in this order.
double bend(double left, double middle, double right)
{
    return 0;  // TODO
}
