# ./workbook exercise, watch and progress. Sourced by the command ./workbook, which provides fail, say, chapter, set_up.
# shellcheck shell=bash disable=SC2154
# shellcheck source=tests/exercises/build.sh
source "$root/tests/exercises/build.sh"

# find_exercise N.M: its folder
find_exercise() {
    local folder name
    while read -r folder; do
        [ "$(number "$folder")" = "$1" ] && printf '%s\n' "$folder" && return
    done < <(exercises)
    name=$(chapter "${1%%.*}") || exit 2
    fail "there is no exercise '$1'; chapter ${1%%.*} has: $(list "$name" | cut -d ' ' -f 1 | tr '\n' ' ')"
}

# list CHAPTER: the numbers and titles of its exercises
list() {
    local folder
    while read -r folder; do
        [[ $folder == "chapters/$1/"* ]] && printf '%s  %s\n' "$(number "$folder")" "$(title "$folder")"
    done < <(exercises)
    return 0
}

# The state of an exercise on this computer is in build/exercises/N.M: what is built, hints (how many were shown), and
# judged (the checksum of the last answer that was judged, and how: passed or failed).
out_of() { printf '%s/build/exercises/%s' "$root" "$(number "$1")"; }

# verdict FOLDER: passed, failed or open (there is no answer, or it is the stub); builds only what is not known yet
verdict() {
    local folder=$1 out sum how
    out=$(out_of "$folder")
    if [ ! -e "$folder/answer.cpp" ] || cmp -s "$folder"/{stub,answer}.cpp; then
        echo open && return
    fi
    prepare "$folder" "$out"
    sum=$(cksum "$out/state" "$folder/answer.cpp")
    if [ "$(head -n -1 "$out/judged" 2> /dev/null)" != "$sum" ]; then
        how=failed
        if record "$folder/answer.cpp" "$out" answer && judge "$folder" "$out" answer --row > /dev/null; then
            how=passed
        fi
        printf '%s\n%s\n' "$sum" "$how" > "$out/judged"
    fi
    tail -n 1 "$out/judged"
}

# check_answer FOLDER: builds the answer, runs it, and says what came out of it; fails when it does not pass
check_answer() {
    local folder=$1 out missing
    out=$(out_of "$folder")
    printf 'Exercise %s: %s\n' "$(number "$folder")" "$(title "$folder")"
    if [ ! -e "$folder/answer.cpp" ]; then
        cp "$folder/stub.cpp" "$folder/answer.cpp"
        printf '\n%s\n\nYour answer goes here: %s\n\n' "$(sed 1,2d "$folder/task.md" | without_tex)" "$folder/answer.cpp"
    else
        printf '\n'
    fi
    prepare "$folder" "$out"
    if ! record "$folder/answer.cpp" "$out" answer; then
        cat "$out/answer.compiler" >&2
        missing=$(sed -n "s/.*undefined reference to [\`']\([^(']*\).*/\1/p" "$out/answer.compiler" | sed -n 1p)
        if [ -n "$missing" ] && ! grep -qw -- "${missing##*::}" "$folder/stub.cpp"; then
            say "$missing is not compiled for the exercises: do without it"
        elif [ -n "$missing" ]; then
            say "the check does not find the function: keep its name and its parameters as they stand in $folder/stub.cpp"
        else
            say "$folder/answer.cpp does not compile; what the compiler says stands above"
        fi
        return 1
    fi
    cat "$out/answer.compiler" >&2  # warnings
    if [ -s "$out/answer.printed" ]; then
        printf '  Your code printed:\n%s\n\n' "$(head -n 20 "$out/answer.printed" | cut -c 1-200)"
    fi
    if judge "$folder" "$out" answer; then
        printf '\nPassed. How we did it: ./workbook exercise %s --solution\n' "$(number "$folder")"
    else
        printf '\nNot yet. Edit %s and try again; for a hint: ./workbook exercise %s --hint\n' "$folder/answer.cpp" \
            "$(number "$folder")"
        return 1
    fi
}

# writable FOLDER: fails with a line where neither an answer nor what is built from it can be kept
writable() {
    local place
    for place in "$1" "$root/build"; do
        [ -w "$place" ] || [ ! -e "$place" ] || fail "cannot write to $place: make it writable, or copy the workbook elsewhere"
    done
}

# without_tex: a filter that makes the formulas of a task readable in a terminal
# shellcheck disable=SC2016  # the dollars are TeX's
without_tex() {
    sed -e '/^```math$/d; /^```$/d; s/\$//g; s/\\[,;]//g; s/\\q*quad/  /g; s/\\left//g; s/\\right//g; s/\\cdot/·/g' \
        -e 's/\\text{\([^}]*\)}/\1/g; s/\\sqrt{\([^}]*\)}/sqrt(\1)/g; s/\\frac{\(.*\)}{\(.*\)},/\1 \/ \2,/' \
        -e 's/_{\([^}]*\)}/_\1/g; s/\^{\([^}]*\)}/^(\1)/g; s/\\\([a-z]\)/\1/g'
}

# show_hint FOLDER: the next one; after the last, the last
show_hint() {
    local folder=$1 out shown all
    out=$(out_of "$folder")
    mkdir -p "$out"
    all=$(grep -c '^[0-9]*\. ' "$folder/hints.md")
    shown=$(cat "$out/hints" 2> /dev/null || echo 0)
    [ "$shown" -ge "$all" ] || shown=$((shown + 1))
    printf '%d' "$shown" > "$out/hints"
    printf 'Hint %d of %d\n\n' "$shown" "$all"
    hint "$folder" "$shown"
    if [ "$shown" = "$all" ]; then
        printf '\nThat was the last one. The solution, if you insist: ./workbook exercise %s --solution --anyway\n' \
            "$(number "$folder")"
    fi
}

# hint FOLDER N: the Nth item of the list in hints.md
hint() {
    awk -v n="$2" '/^[0-9]+\. / { item++; sub(/^[0-9]+\. /, "") } item == n { sub(/^   /, ""); print }' "$1/hints.md" | without_tex
}

show_solution() {
    local folder=$1 anyway=${2:-}
    if [ "$anyway" != --anyway ] && [ "$(verdict "$folder")" != passed ]; then
        fail "your answer to $(number "$folder") does not pass yet; to see the solution nevertheless, add --anyway"
    fi
    [ -e "$folder/solution.cpp" ] || fail "this copy of the workbook has no solution of $(number "$folder")"
    cat "$folder/solution.cpp"
}

# reset FOLDER: the stub again; the answer is kept as answer.cpp.1, or the next free number
reset() {
    local folder=$1 n=1 out
    out=$(out_of "$folder")
    rm -f "$out/hints"
    if [ ! -e "$folder/answer.cpp" ] || cmp -s "$folder"/{stub,answer}.cpp; then
        cp "$folder/stub.cpp" "$folder/answer.cpp"
        printf '%s is the stub\n' "$folder/answer.cpp"
        return
    fi
    while [ -e "$folder/answer.cpp.$n" ]; do n=$((n + 1)); done
    mv "$folder/answer.cpp" "$folder/answer.cpp.$n"
    cp "$folder/stub.cpp" "$folder/answer.cpp"
    printf '%s is the stub again; your answer is kept in answer.cpp.%d beside it\n' "$folder/answer.cpp" "$n"
}

exercise() {
    local folder name usage='exercise takes a number as 4.1, then nothing, --hint, --solution [--anyway] or --reset'
    if [ $# = 0 ] || [[ $1 == -* ]]; then fail "$usage; ./workbook progress lists the numbers"; fi
    if [[ $1 != *.* ]]; then
        name=$(chapter "$1") || exit 2
        if [ $# -gt 1 ]; then fail "$usage, not: $*"; fi
        list "$name" | grep . || fail "chapter $1 has no exercises"
        return
    fi
    folder=$(find_exercise "$1") || exit 2
    [[ $* == *--anyway* ]] || writable "$folder"
    case "${*:2}" in
        --hint) show_hint "$folder" ;;
        --reset) reset "$folder" ;;
        --solution) ready && show_solution "$folder" ;;
        '--solution --anyway' | '--anyway --solution') show_solution "$folder" --anyway ;;
        '') ready && check_answer "$folder" ;;
        *) fail "$usage, not: ${*:2}" ;;
    esac
}

# ready: what a check needs is installed and built
ready() {
    set_up need_for_chapters
    make_tools
}

# watch N.M or N: runs the exercise, or the chapter's program, again after each save. Compares the files' contents every
# quarter of a second: that works on every file system, and with editors that write a new file in place of the old one.
watch() {
    local command=(exercise "$@") watched before now folder
    if [ $# != 1 ]; then fail "watch takes an exercise or a chapter, as 4.1 or 4"; fi
    if [[ $1 == *.* ]]; then
        folder=$(find_exercise "$1") || exit 2
        watched=("$folder/answer.cpp")
    else
        folder=chapters/$(chapter "$1") || exit 2
        command=(run "$1")
        watched=("$folder"/*.[ch]pp common/*/*.hpp)
    fi
    trap 'exit 0' INT
    before=
    while :; do
        # An editor may take the file away before it writes it, or empty it: that is the sum of nothing.
        if ! now=$(cksum "${watched[@]}" 2> /dev/null) || [[ $now == *"4294967295 0 "* ]]; then now=$before; fi
        if [ "$now" != "$before" ] || [ -z "$before" ]; then
            printf '%s--- %s, watching %s; Ctrl-C ends\n\n' "${before:+$'\n'}" "$(date +%T)" "$folder"
            "$root/workbook" "${command[@]}" || [ $? != 2 ] || exit 2  # there is nothing that could be run
            before=${now:-$(cksum "${watched[@]}")}
        fi
        sleep 0.25
    done
}

# progress: which exercises are done, chapter by chapter
progress() {
    local folder mark done=0 all=0 chapter=
    if [ $# != 0 ]; then fail "progress takes no argument, not: $*"; fi
    ready
    while read -r folder <&4; do
        if [[ $folder != "chapters/$chapter/"* ]]; then
            chapter=${folder#chapters/} && chapter=${chapter%%/*}
            printf '%s\n' "$chapter"
        fi
        mark=$(verdict "$folder")
        case $mark in
            passed) done=$((done + 1)) mark='✓ done  ' ;;
            failed) mark='✗ begun ' ;;
            *) mark='· open  ' ;;
        esac
        all=$((all + 1))
        printf '  %s %s  %s\n' "$mark" "$(number "$folder")" "$(title "$folder")"
    done 4< <(exercises)
    printf '\n%d of %d done\n' "$done" "$all"
}
