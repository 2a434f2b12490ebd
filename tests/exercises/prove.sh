# ./workbook prove: does each exercise tell its mistakes from the answer? Sourced by the command ./workbook.
# shellcheck shell=bash disable=SC2154
# shellcheck source=tests/exercises/build.sh
source "$root/tests/exercises/build.sh"

# wrong WHAT: notes a problem with the exercise at hand
wrong() {
    printf '%s: %s\n' "$folder" "$1"
    problems=$((problems + 1))
}

# holds WHAT COMMAND...: notes WHAT unless the command succeeds
holds() {
    "${@:2}" || wrong "$1"
}

# build_quietly SOURCE NAME: it compiles without a word and is run
build_quietly() {
    local built=true
    record "$1" "$out" "$2" || built=false
    quiet "$2"
    $built
}

# quiet NAME: the compiler had nothing to say
quiet() { [ ! -s "$out/$1.compiler" ] || wrong "the compiler complains about $1: $(head -n 20 "$out/$1.compiler")"; }

prove_files() {
    local id=$1 file
    for file in task.md stub.cpp solution.cpp test.cpp hints.md; do holds "$file is missing" [ -s "$folder/$file" ]; done
    for file in "$folder"/* "$folder"/.[!.]* "$folder"/mistakes/*; do
        case ${file#"$folder/"} in
            task.md | stub.cpp | solution.cpp | test.cpp | hints.md | mistakes | mistakes/*.cpp | '.[!.]*') ;;
            answer.cpp | answer.cpp.[0-9]*) ;;  # the reader's
            *) wrong "${file#"$folder/"} does not belong here" ;;
        esac
    done
    holds "task.md does not begin with: ### Exercise $id: TITLE" \
        grep -q "^### Exercise $id: ." <(head -n 1 "$folder/task.md")
    holds "task.md does not name the command ./workbook exercise $id" \
        grep -qF "\`./workbook exercise $id\`" "$folder/task.md"
    file="exercise/${folder##*/}/answer.cpp"
    holds "task.md does not name the file $file" grep -qF "\`$file\`" "$folder/task.md"
    holds "hints.md is not a list of hints, 1. and 2. at least" \
        [ "$(sed -n 's/^\([0-9]*\)\. .*/\1/p' "$folder/hints.md" | head -n 2 | tr '\n' ' ')" = "1 2 " ]
    holds "stub.cpp has no TODO" grep -q TODO "$folder/stub.cpp"
    holds "solution.cpp does not begin with an explanation" grep -q '^// ' <(head -n 1 "$folder/solution.cpp")
}

# prove_mistake FILE: it fails the check that it names, and is told from all others
prove_mistake() {
    local name fails says row
    name=$(basename "$1" .cpp)
    fails=$(sed -n '1s|^// fails: ||p' "$1")
    says=$(sed -n '2s|^// says: ||p' "$1")
    if [ -z "$fails" ] || [ -z "$says" ]; then
        wrong "mistakes/$name.cpp does not begin with '// fails: CHECK' and '// says: SENTENCE'"
        return
    fi
    build_quietly "$1" "mistake_$name" || return
    if row=$(judge "$folder" "$out" "mistake_$name" --row); then wrong "mistakes/$name.cpp passes" && return; fi
    IFS=$'\t' read -r _ check recognised _ <<< "${row//$'\t'/$'\t '}"
    holds "mistakes/$name.cpp fails first '${check# }', and it says '$fails'" [ "${check# }" = "$fails" ]
    holds "mistakes/$name.cpp is taken for '${recognised# }'" [ "${recognised# }" = "$name" ]
    holds "mistakes/$name.cpp is not answered with: $says" \
        grep -qF -- "$says" <(judge "$folder" "$out" "mistake_$name")
}

prove_exercise() {
    local id out row mistake twice state before=$problems
    id=$(number "$folder")
    out="$root/build/prove/$id"
    prove_files "$id"
    [ "$problems" = "$before" ] || return 0
    state=$(cksum "$tools/state" "$folder"/{stub,solution,test}.cpp "$folder"/mistakes/* tests/exercises/*.sh common/nn/*)
    [ "$(cat "$out/proved" 2> /dev/null)" != "$state" ] || return 0  # nothing has changed since it went well
    rm -rf "$out"
    prepare "$folder" "$out"

    quiet stub
    twice=$(cut -f 1 "$out/stub.rows" | sort | uniq -d)
    [ -z "$twice" ] || wrong "two checks have the name: $twice"
    if row=$(judge "$folder" "$out" stub --row); then
        wrong "the stub passes"
    else
        holds "the stub is taken for a mistake: $row" grep -q '^wrong' <<< "$row"
    fi
    if build_quietly "$folder/solution.cpp" solution; then
        row=$(judge "$folder" "$out" solution --row) || wrong "the solution does not pass: $row"
        holds "what the test asks or expects depends on the answer" \
            cmp -s <(cut -f 1-3 "$out/stub.rows") <(cut -f 1-3 "$out/solution.rows")
    fi
    [ "$(find "$folder"/mistakes -name '*.cpp' | wc -l)" -ge 2 ] || wrong "there are fewer than two mistakes"
    for mistake in "$folder"/mistakes/*.cpp; do prove_mistake "$mistake"; done
    [ "$problems" != "$before" ] || printf '%s' "$state" > "$out/proved"
}

prove() {
    local folder problems=0 chapter='' only=() count=0
    if [ $# -gt 1 ]; then fail "prove takes no argument or one chapter, not: $*"; fi
    mapfile -t only < <(exercises)
    if [ $# = 1 ]; then
        chapter=$(chapter "$1") || exit 2
        mapfile -t only < <(exercises | grep "^chapters/$chapter/")
    fi
    [ ${#only[@]} -gt 0 ] ||
        fail "there are no exercises${1:+ in chapter $1}: chapters/NN_name/exercise/M_name holds one"
    set_up need_for_chapters
    make_tools
    chapter=
    for folder in "${only[@]}"; do
        [ "${folder%/*}" = "$chapter" ] || { chapter=${folder%/*} && count=0; }
        count=$((count + 1))
        holds "the exercises of a chapter are not numbered 1, 2, ..." \
            [ "$(number "$folder")" = "$(number "$chapter/${count}_")" ]
        prove_exercise
    done
    printf '%d exercises, %d problems\n' "${#only[@]}" "$problems"
    [ "$problems" = 0 ]
}
