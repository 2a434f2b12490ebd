// fails: the bias undoes a positive sum
// says: That is the weighted sum itself: added to it, it doubles it. The bias that brings the sum to 0 has the
//       opposite sign.
#include "numpy/array.hpp"

double silencing_bias(const numpy::Vector<>& x, const numpy::Vector<>& w) { return x.dot(w); }
