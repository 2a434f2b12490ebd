#!/usr/bin/env bash
# plots_test.sh PROGRAMS PLOTS: tests of drawing, with the programs draw_NN_name in the folder PROGRAMS and the drawn
# figures in the folder PLOTS. What goes wrong is one line and status 2, and the old SVG stays.
set -uo pipefail
programs=$1 plots=$2
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT
out="$folder/out" err="$folder/err" work="$folder/a földer of 'figures'"
mkdir "$work"
draw="$programs/draw_04_activations" svg="$work/4.svg"
passed=0 failed=0

# expect SENTENCE COMMAND...: the command succeeds
expect() {
    local sentence=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        echo "FAILED: $sentence"
        sed 's/^/    /' "$out" "$err"
        failed=$((failed + 1))
    fi
}

# check SENTENCE STATUS COMMAND...: the command ends with that status; its output is then in $out and $err
check() {
    local got=0
    "${@:3}" > "$out" 2> "$err" || got=$?
    expect "$1: status $got instead of $2" [ "$got" = "$2" ]
}

says() { expect "says: $1" grep -qF -- "$1" "$err"; }
silent() { expect "it says nothing" [ ! -s "$err" ]; }

# refused SENTENCE WHY COMMAND...: it ends with status 2 and one line that has WHY; only the old SVG is there
refused() {
    check "$1" 2 "${@:3}"
    says "$2"
    expect "$1: it says one line" [ "$(wc -l < "$err")" = 1 ]
    expect "$1: the old SVG stays" cmp -s "$svg" "$folder/old.svg"
    expect "$1: nothing else is left" [ "$(ls -A "$work")" = "${left:-4.svg}" ]
}

# --- what is drawn
check "a figure is drawn into a folder with blanks, quotes and letters beyond ASCII" 0 "$draw" "$svg"
silent
expect "nothing but the SVG is left" [ "$(ls -A "$work")" = 4.svg ]
cp "$svg" "$folder/old.svg"
check "it is drawn again over the old one" 0 "$draw" "$svg"
expect "with the same bytes" cmp -s "$svg" "$folder/old.svg"
mkdir "$folder/home"
echo 'set datafile separator ","; set samples 2; nonsense' > "$folder/home/.gnuplot"
locale=$(locale -a 2> /dev/null | grep '^de_' | sed -n 1p) || locale=C
check "it is drawn under a user's gnuplot settings, and a language with a decimal comma" 0 \
    env HOME="$folder/home" LC_ALL="$locale" "$draw" "$svg"
expect "with the same bytes" cmp -s "$svg" "$folder/old.svg"

for name in 01_linear_collapse 02_single_neuron 03_layer 04_activations 05_mlp 06_xor 07_model_size; do
    new="$folder/$name.svg"
    check "$name is drawn" 0 "$programs/draw_$name" "$new"
    silent
    for part in 'role="img"' '<title id="' '<desc id="' 'prefers-color-scheme: dark' 'viewBox="0 0 600 ' '</svg>'; do
        expect "$name has $part" grep -qF -- "$part" "$new"
    done
    expect "$name has no colour that ignores the theme" bash -c "! grep -qE 'black|white|rgb\(' '$new'"
    fingerprint=$(grep -o 'data-fingerprint="[0-9a-f]*"' "$new")
    expect "plots/$name.svg has the same fingerprint: run ./workbook plots ${name:1:1}" \
        grep -qF -- "$fingerprint" "$plots/$name.svg"
done
ids=$(grep -ohE "id=[\"'][^\"']*" "$folder"/0*.svg)
expect "ids differ within and between the figures" [ -z "$(sort <<< "$ids" | uniq -d)" ]

# --- what stops it
real=$(command -v gnuplot)
mkdir "$folder/bin"
# gnuplot_is TEXT: from now on gnuplot is a shell script of that text
gnuplot_is() {
    printf '#!/bin/sh\n%s\n' "$1" > "$folder/bin/gnuplot"
    chmod +x "$folder/bin/gnuplot"
}
drawn_by_it=(env PATH="$folder/bin:$PATH" "$draw" "$svg")

mkdir "$folder/empty"
refused "without gnuplot" "gnuplot is missing: install it (Debian, Ubuntu: gnuplot-nox)" \
    env PATH="$folder/empty" "$draw" "$svg"
gnuplot_is 'kill -9 $$'
refused "gnuplot killed" "gnuplot was killed by signal 9 instead of ending with status 0" "${drawn_by_it[@]}"
gnuplot_is 'exit 0'
refused "gnuplot that draws nothing" "the 0 bytes it wrote are no whole SVG" "${drawn_by_it[@]}"
gnuplot_is "'$real' \"\$@\" | head -c 9999"
refused "gnuplot that draws half" "the 9999 bytes it wrote are no whole SVG" "${drawn_by_it[@]}"
gnuplot_is 'echo out of paint >&2; exit 3'
left=$'4.svg\n4.svg.gp'
refused "gnuplot that fails" "gnuplot ended with status 3 instead of 0: out of paint" "${drawn_by_it[@]}"
rm -f "$work/4.svg.gp"
gnuplot_is "for script; do :; done; echo nonsense >> \"\$script\"; exec '$real' \"\$@\""
refused "a bad script" 'invalid command' "${drawn_by_it[@]}"
says "its script is kept, see $svg.gp"
expect "the script is kept" grep -q nonsense "$work/4.svg.gp"
rm -f "$work/4.svg.gp"
left=''

refused "a folder that does not exist" "No such file or directory; name a file in a folder that you may write to" \
    "$draw" "$work/no/4.svg"
refused "a folder that is a file" "cannot write $svg/4.svg: Not a directory" "$draw" "$svg/4.svg"
mkdir "$folder/taken.svg"
refused "a folder in the SVG's place" "cannot write $folder/taken.svg: Is a directory" "$draw" "$folder/taken.svg"
# no_more_than BLOCKS: files cannot grow beyond so many blocks of 1024 bytes, as on a full disk
no_more_than() { (trap '' XFSZ && ulimit -f "$1" && "${@:2}"); }
refused "no room for the script" "cannot write" no_more_than 8 "$draw" "$svg"
refused "no room for the SVG" "are no whole SVG" no_more_than 12 "$programs/draw_07_model_size" "$svg"

refused "no argument" "usage: $draw OUT.svg [--show]" "$draw"
refused "an unknown option" "usage: $draw OUT.svg [--show]" "$draw" "$svg" --frobnicate
refused "a window without a display" "there is no display for a window" \
    env -u DISPLAY -u WAYLAND_DISPLAY "$draw" "$svg" --show

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
