#!/usr/bin/env bash
# prints.sh PROGRAM EXPECTED: does PROGRAM succeed and print the file EXPECTED, to the byte?
# Where it does not, shows the difference, with a ¶ at the end of each line so that blanks can be seen.
set -uo pipefail
program=$1 expected=$2
printed=$(mktemp) && trap 'rm -f "$printed"' EXIT

"$program" > "$printed" || { echo "$(basename "$program") ended with status $?"; exit 1; }
cmp -s "$expected" "$printed" && exit 0
echo "$(basename "$program") does not print what expected.txt says (- expected, + printed):"
diff -u --label expected.txt --label printed "$expected" "$printed" | sed 's/$/¶/'
echo "The program is back as it was with: git checkout ${expected%expected.txt}program.cpp"
echo "An author keeps the new output, when it is right, with: $program > $expected"
exit 1
