# ./workbook mutants. Sourced by the command ./workbook, which provides need, set_up and root.
# shellcheck shell=bash disable=SC2154

need_for_mutants() {
    need_for_chapters
    need python3 "plants the mutants" python3
}

# mutants [OPTION...]: mutants.py tells the options
mutants() {
    set_up need_for_mutants
    mkdir -p "$root/build"
    python3 "$root/tests/mutation/mutants.py" "$@"
}
