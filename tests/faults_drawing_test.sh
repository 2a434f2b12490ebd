#!/usr/bin/env bash
# What can go wrong while figures are drawn and the book is made: interruptions, and as root a full disk. CI runs this
# once both have been made (./workbook plots, ./workbook book), for then their packages are there.
set -uo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=tests/commands.sh
source "$source/tests/commands.sh"
copy="$folder/a cöpy of it"
mkdir -p "$copy/build"
cp -r "$source"/{chapters,common,docs,plots,tests,CMakeLists.txt,CMakePresets.json,LICENSE,README.md,workbook} "$copy"
cp -r "$source/build/node_modules" "$copy/build" || exit 1
cd "$copy" || exit 1
unset CI
figure=plots/02_single_neuron.svg
# whole FOLDER: each of its pages has an end
whole() { [ "$(find "$1" -name '*.html' | wc -l)" = "$(grep -l '</html>' "$1"/*.html | wc -l)" ]; }
pages() { find build/book -name '*.html' | wc -l; }

check "a figure" 0 ./workbook plots 2
cp $figure "$folder/old.svg"
for moment in 0.05 0.2 0.5; do
    interrupted $moment ./workbook plots 2
    expect "the figure is whole" cmp -s $figure "$folder/old.svg"
    check "plots 2 after an interruption at $moment s" 0 ./workbook plots 2
    expect "the figure is whole, and nothing else is left" cmp -s $figure "$folder/old.svg"
done
check "the book" 0 ./workbook book
all=$(pages)
for moment in 1 3 6; do
    interrupted $moment ./workbook book
    expect "the pages of an interrupted book are whole" whole build/book
    check "book after an interruption at $moment s" 0 ./workbook book
    expect "it has all pages" [ "$(pages)" = "$all" ]
done

if [ "$(id -u)" != 0 ] || ! unshare -m true 2> /dev/null; then
    echo "no full disk here: that needs root"
    summary
    exit
fi
check "a full disk while drawing" 2 full_for plots ./workbook plots 2
one_line
expect "the figure is as it was" cmp -s "plots.after/${figure#*/}" "$folder/old.svg"
expect "and nothing else is left" [ "$(ls plots.after)" = "$(ls plots)" ]
check "a full disk while the book is made" 1 full_for build ./workbook book
says "no space left on device"
expect "the old book is whole" whole build.after/book
expect "and has all pages" [ "$(find build.after/book -name '*.html' | wc -l)" = "$all" ]
check "and later it is made" 0 ./workbook book
summary
