// fails: a ReLU between two layers bends
// says: The value halfway was cut to a whole number: keep it in a double.
double bend(double left, double middle, double right)
{
    const int halfway = static_cast<int>((left + right) / 2);
    return middle - halfway;
}
