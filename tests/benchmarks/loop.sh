#!/usr/bin/env bash
# loop.sh [--test] [--layer]: how long a learner waits, and how much memory the programs take, in a table with the bar of
# each figure; fails when one is over its bar. --test adds ./workbook test from a clean copy (minutes), --layer one layer
# of Llama 3.1 405B (10.5 GB of memory). Bars are for two idle processors of 2020 or newer.
#
# Works in a copy of the checkout, without ccache; a figure is the median of several runs. Where other programs run, the
# CPU seconds tell more than the time: a build has two processors, so its time can be as short as half of them.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
with_test=false with_layer=false
for option; do
    case $option in
        --test) with_test=true ;;
        --layer) with_layer=true ;;
        *) echo "loop.sh: it takes --test and --layer, not '$option'" >&2 && exit 2 ;;
    esac
done

folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT
copy=$folder/copy runs=$folder/runs over=0
mkdir "$copy"
tar -C "$root" --exclude=./build --exclude=./.git -cf - . | tar -C "$copy" -xf -
cd "$copy"
export CCACHE_DISABLE=1
unset CI
"${CXX:-c++}" -std=c++20 -O1 tests/benchmarks/measure.cpp -o "$folder/measure"

# repeat N PREPARE COMMAND...: N times PREPARE, then COMMAND measured: a line "seconds CPU KiB" for each in $runs
repeat() {
    local n=$1 prepare=$2 i
    : > "$runs"
    for ((i = 0; i < n; i++)); do
        $prepare
        if ! "$folder/measure" "${@:3}" >> "$runs" 2> "$folder/said"; then
            cat "$folder/said" >&2
            echo "loop.sh: this failed: ${*:3}" >&2
            exit 1
        fi
    done
}

median() { sort -g | awk '{ x[NR] = $1 } END { print (x[int((NR + 1) / 2)] + x[int(NR / 2) + 1]) / 2 }'; }
column() { cut -d ' ' -f "$1" "$runs"; }

# row FIGURE BAR [LESS]: a line of the table from $runs, without LESS seconds
row() {
    local wall cpu verdict=
    wall=$(column 1 | median) cpu=$(column 2 | median)
    wall=$(awk -v a="$wall" -v b="${3:-0}" 'BEGIN { print a - b }')
    if awk -v a="$wall" -v b="$2" 'BEGIN { exit !(a >= b) }'; then verdict=over over=$((over + 1)); fi
    awk -v f="$1" -v w="$wall" -v c="$cpu" -v b="$2" -v n="$(wc -l < "$runs")" -v v="$verdict" \
        'BEGIN { printf "%-58s %9.3f %9.3f %9.3f %5d  %s\n", f, w, c, b, n, v }'
}

clean() { rm -rf build; }
save() { printf '\n' >> "$saved"; }
run_all() { for program in build/dev/0?_*[a-z]; do [ -x "$program" ] && [ -f "$program" ] && "$program"; done; }
export -f run_all

printf 'load of the last minute: %s\n\n' "$(cut -d ' ' -f 1 /proc/loadavg 2> /dev/null || echo unknown)"
printf '%-58s %9s %9s %9s %5s\n' "waiting for" "seconds" "CPU" "bar" "runs"
repeat 3 clean ./workbook run 2
row "a clean copy: the output of ./workbook run 2" 20
./workbook run > "$folder/said" 2>&1
for saved in chapters/*/program.cpp; do
    name=${saved#chapters/} && name=${name%/*}
    repeat 5 save ./workbook run "$name"
    row "a changed program: the output of $name" 1
done
for saved in common/*/*.hpp; do  # chapter 5 includes the most
    repeat 3 save ./workbook run 5
    row "a changed $saved: the output of 05_mlp" 3
done
repeat 11 true build/dev/02_single_neuron
alone=$(column 1 | median)
repeat 11 true ./workbook run 2
row "nothing changed: ./workbook run 2, less the program itself" 0.150 "$alone"
repeat 11 true bash -c run_all
row "all programs, one after the other" 0.020
if $with_test; then
    repeat 1 clean ./workbook test
    row "a clean copy: ./workbook test" 240
fi

printf '\n%-58s %9s\n' "peak resident size of" "MB"
peak() { awk -v f="$1" '{ if ($3 > m) m = $3 } END { printf "%-58s %9.1f\n", f, m * 1024 / 1e6 }' "$runs"; }
for name in chapters/*/; do
    name=$(basename "$name")
    repeat 3 true "build/dev/$name"
    peak "$name"
done
if $with_layer; then
    repeat 1 true build/dev/07_model_size --layer
    peak "07_model_size --layer"
fi

[ "$over" = 0 ] || { printf '\n%d over the bar: is the machine idle?\n' "$over" && exit 1; }
