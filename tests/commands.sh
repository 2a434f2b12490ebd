# What the tests of commands share: each check runs a command and looks at its status, then at what it said. Sourced.
# shellcheck shell=bash

folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT
passed=0 failed=0 out="$folder/out" err="$folder/err"

# check SENTENCE STATUS COMMAND...: the command ends with that status; its output is then in $out and $err
check() {
    local sentence=$1 status=$2 got=0
    shift 2
    "$@" > "$out" 2> "$err" || got=$?
    if [ "$got" = "$status" ]; then
        passed=$((passed + 1))
    else
        problem "$sentence: status $got instead of $status"
    fi
}

problem() {
    echo "FAILED: $1"
    sed 's/^/    /' "$out" "$err"
    failed=$((failed + 1))
}

# expect SENTENCE COMMAND...: the command, which looks at what the last check left, succeeds
expect() {
    local sentence=$1
    shift
    if "$@"; then passed=$((passed + 1)); else problem "$sentence"; fi
}

says() { expect "says: $1" grep -qF -- "$1" "$err"; }
one_line() { expect "says one line" [ "$(wc -l < "$err")" = 1 ]; }

summary() {
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ]
}
