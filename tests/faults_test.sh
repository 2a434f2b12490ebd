#!/usr/bin/env bash
# What can go wrong around ./workbook: each fault gives one clear line and a status other than 0, or does no harm.
# Those that need root (a full disk, a read-only disk, no network) say so where it is missing.
# shellcheck disable=SC2016  # what stands in single quotes is for a bash of its own
set -uo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=tests/commands.sh
source "$source/tests/commands.sh"
copy="$folder/a cöpy of it"
mkdir "$copy"
cp -r "$source"/{chapters,common,docs,plots,tests,CMakeLists.txt,CMakePresets.json,LICENSE,README.md,workbook} "$copy"
cd "$copy" || exit 1
find chapters -name 'answer.cpp*' -delete
unset CI
two=chapters/02_single_neuron
right() { expect "$1" cmp -s "$out" "$two/expected.txt"; }

# --- interrupted: Ctrl-C at several moments of the first build and of a later one, then the same command again
for moment in 0.2 1 3 5; do
    rm -rf build
    setsid ./workbook run 2 > /dev/null 2>&1 &
    sleep $moment
    kill -INT -- -$! 2> /dev/null
    wait $! 2> /dev/null
    check "run 2 after an interruption at $moment s" 0 ./workbook run 2
    right "it prints what it should"
done
for moment in 0.1 0.4 0.8; do
    touch "$two/program.cpp" common/numpy/print.hpp
    setsid ./workbook run 2 > /dev/null 2>&1 &
    sleep $moment
    kill -INT -- -$! 2> /dev/null
    wait $! 2> /dev/null
    check "run 2 after an interruption of a small build at $moment s" 0 ./workbook run 2
    right "it prints what it should"
done

same_as_source() { expect "$1 is whole" cmp -s "$1" "$source/$1"; }
for moment in 0.02 0.1 0.5 2; do
    sed -i '/^<!-- listing/,/^```$/{/^    /d}' "$two/README.md"  # the listings lack lines, so weaving writes
    interrupted $moment ./workbook weave
    expect "an interrupted weave leaves a whole page" grep -q '^## What is verified' "$two/README.md"
    check "weave after an interruption at $moment s" 0 ./workbook weave
    same_as_source "$two/README.md"
done
neuron="$two/exercise/1_neuron"
for moment in 0.1 1 3; do
    rm -rf build/exercises
    cp "$neuron/solution.cpp" "$neuron/answer.cpp"
    interrupted $moment ./workbook exercise 2.1
    check "exercise 2.1 after an interruption at $moment s" 0 ./workbook exercise 2.1
    expect "the answer is as it was" cmp -s "$neuron/solution.cpp" "$neuron/answer.cpp"
done
rm "$neuron/answer.cpp"

# --- two at once
touch "$two/program.cpp" chapters/03_layer/program.cpp
./workbook run 3 > "$folder/three" 2> "$folder/three.err" &
check "two runs at once: one" 0 ./workbook run 2
right "it prints what it should"
wait $!
expect "two runs at once: the other" cmp -s "$folder/three" chapters/03_layer/expected.txt
expect "neither complains" [ ! -s "$err" ] && expect "neither complains" [ ! -s "$folder/three.err" ]

# --- a clock that went backwards: what was built lies in the future, and so would hide a change
find build -exec touch -d 'now + 3 hours' {} +
sed -i 's/0\.4, -0\.7/0.5, -0.7/' "$two/program.cpp"
check "a change after the clock went backwards" 0 ./workbook run 2
expect "is seen" grep -qF 'z = w·x + b = 0.7200' "$out"
says "the clock went backwards since the last build: building anew"
find CMakeLists.txt chapters common -exec touch -d 'now + 3 hours' {} +
check "sources of the future" 0 ./workbook run 2
expect "are no reason to configure again" [ ! -s "$err" ]
cp "$source/$two/program.cpp" "$two/"
check "and then all is as before" 0 ./workbook run 2
right "it prints what it should"
expect "without a word" [ ! -s "$err" ]

# --- languages and terminals: the same bytes
for language in C POSIX de_DE.UTF-8 tr_TR.UTF-8 C.UTF-8; do
    check "run 2 under LC_ALL=$language" 0 env LC_ALL=$language LANG=$language TERM=dumb ./workbook run 2
    right "prints the same bytes under $language"
done

# --- output that nobody takes
check "output into a closed pipe" 141 bash -c 'set -o pipefail; ./workbook run 4 | true; exit "${PIPESTATUS[0]}"'
expect "without a word" [ ! -s "$err" ]

# --- no network and a package missing. apt-get is the real one, for which nothing is installed here, and it only
# downloads. (PATH leads to a folder without ninja.)
tools="$folder/tools" lists="$folder/lists"
mkdir "$tools" "$lists"
for tool in bash basename cat cmp cp dirname grep head id ls mkdir readlink mv rm sed tail tr env touch find g++ c++ cmake flock; do
    ln -s "$(command -v "$tool")" "$tools/"
done
if command -v apt-get > /dev/null; then
    cat > "$tools/apt-get" <<TEXT
#!/bin/bash
PATH=/usr/sbin:/usr/bin:/sbin:/bin exec apt-get --download-only -o Dir::State::status=/dev/null -o Acquire::Retries=0 \\
    -o Dir::State::lists='$lists' -o Dir::Cache::archives='$lists' \\
    -o Acquire::http::Proxy=http://127.0.0.1:9 -o Acquire::https::Proxy=http://127.0.0.1:9 "\$@"
TEXT
    chmod +x "$tools/apt-get"
    check "without a network, a package missing" 2 env PATH="$tools" ./workbook run 2
    if [ "$(id -u)" = 0 ]; then
        says "apt-get could not install ninja-build (E: "
        expect "says what it does and what went wrong" [ "$(wc -l < "$err")" = 2 ]
    else
        says "become root and run: apt-get install --no-install-recommends ninja-build" && one_line
    fi
fi

# --- with root: name spaces of one command's own, so that nothing outside notices
if [ "$(id -u)" != 0 ] || ! unshare -mn true 2> /dev/null; then
    echo "no full disk, read-only disk and missing network here: they need root"
    summary
    exit
fi

check "without a network, all packages there" 0 unshare -n ./workbook run 2
right "it prints what it should"

read_only() { unshare -m bash -c 'mount --bind "$PWD" "$PWD" && mount -o remount,ro,bind "$PWD" && cd "$PWD" && "$@"' - "$@"; }
check "a read-only checkout" 2 read_only ./workbook run 2
says "cannot write to $copy/build, where the workbook builds: make it writable, or copy the workbook elsewhere" && one_line

check "a read-only checkout, and an exercise" 2 read_only ./workbook exercise 2.1
says "cannot write to $neuron: make it writable, or copy the workbook elsewhere" && one_line

# full SIZE COMMAND...: the folders build, docs and plots lie on a disk of SIZE with 4 KB left
full() {
    unshare -m bash -c 'size=$1 && shift
        for place in build docs plots; do
            mkdir -p "/tmp/$$" && cp -a "$place" "/tmp/$$/" && mount -t tmpfs -o "size=$size" none "$place" &&
                cp -a "/tmp/$$/$place/." "$place" && rm -rf "/tmp/$$" || exit 99
        done
        dd if=/dev/zero of=build/filler bs=4k > /dev/null 2>&1; dd if=/dev/zero of=docs/filler bs=4k > /dev/null 2>&1
        "$@"' - "$@"
}
size=$(($(du -s build | cut -f1) + 2000))k
touch "$two/program.cpp"
check "a full disk while building" 1 full $size ./workbook run 2
says "No space left on device"
says "the build failed; what the compiler says stands above"
check "and later there is room again" 0 ./workbook run 2
right "it prints what it should"

for ((i = 0; i < 2000; i++)); do echo "a line of output"; done >> "$two/expected.txt"
printf '\n<!-- output: expected.txt -->\n' >> "$two/README.md"
cp "$two/README.md" "$folder/page.md"
check "a full disk while weaving" 2 full_for "$two" ./workbook weave
says "cannot replace $two/README.md (disk full, or the page just changed); it is as it was: try again" && one_line
expect "the page is as it was" cmp -s "$two.after/README.md" "$folder/page.md"
expect "and nothing else is left" [ ! -e "$two.after/README.md.weaving" ]
rm -r "$two.after"
cp "$source/$two"/{README.md,expected.txt} "$two/"

summary
