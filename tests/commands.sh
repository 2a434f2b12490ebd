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

# interrupted MOMENT COMMAND...: Ctrl-C after so many seconds, unless the command ended before
interrupted() {
    local moment=$1
    shift
    setsid env --default-signal=INT "$@" > /dev/null 2>&1 &
    sleep "$moment"
    kill -INT -- -$! 2> /dev/null
    wait $! 2> /dev/null
}
# full_for FOLDER COMMAND...: FOLDER lies on a disk of its own, full but for 4 KB; what is there afterwards is kept in
# FOLDER.after
# shellcheck disable=SC2016  # what stands in single quotes is for a bash of its own
full_for() {
    unshare -m bash -c 'place=$1 && shift
        mkdir -p "$place.after" "/tmp/$$" && cp -a "$place/." "/tmp/$$/" &&
            mount -t tmpfs -o "size=$(($(du -s "$place" | cut -f1) + 300))k" none "$place" &&
            cp -a "/tmp/$$/." "$place" && rm -rf "/tmp/$$" || exit 99
        dd if=/dev/zero of="$place/filler" bs=4k > /dev/null 2>&1
        truncate -s -4096 "$place/filler"
        "$@"
        status=$?
        rm "$place/filler"
        cp -a "$place/." "$place.after/"
        exit $status' - "$@"
}

summary() {
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ]
}
