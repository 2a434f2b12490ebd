// fails: the bias moves the line
// says: Three is the best a line can do, not what every line does. Count for the line that is asked.
int right_answers(double, double, double) { return 3; }
