# How the answers to an exercise are built, run and judged. Sourced by the other scripts here; the command ./workbook
# provides say, fail, root (its folder, where it works) and prefixes (where packages are).
# shellcheck shell=bash disable=SC2154
#
# An exercise is a folder, chapters/NN_name/exercise/M_name. What is built for it goes to another, called out:
#   test.o           the exercise's test
#   stub.rows        what the test asks, what it expects, and what comes out of the stub (nobody asks for that)
#   NAME.rows        what comes out of the answer or the mistake NAME, with NAME.printed (what it printed by itself),
#                    NAME.compiler (what the compiler said) and NAME.ending (how it ended, empty when well)

tools=$root/build/exercises/tools
compiler=() linking=()

# exercises: all of them, in order, as folders
exercises() {
    local folder
    for folder in chapters/[0-9][0-9]_*/exercise/[0-9]*_*/; do
        [ -d "$folder" ] && printf '%s\n' "${folder%/}"
    done
}

# number FOLDER: 4.1 for chapters/04_activations/exercise/1_gelu
number() {
    local chapter=${1#chapters/} name=${1##*/}
    printf '%d.%d' "$((10#${chapter%%_*}))" "${name%%_*}"
}

# title FOLDER: what its task is called
title() { sed -n '1s/^### Exercise [0-9.]*: //p' "$1/task.md"; }

# make_tools: the precompiled header, which makes a build three times as fast, what it declares of Eigen as compiled, and
# the judge. Once, and again when the compiler or a source of theirs has changed. Sets compiler and linking, their
# arguments.
make_tools() {
    local state prefix
    read -ra compiler <<< "${CXX:-}"
    [ ${#compiler[@]} = 0 ] && compiler=("$(first_of c++ g++ clang++)")
    compiler+=(-std=c++20 -O0 -ffp-contract=off -D_GLIBCXX_ASSERTIONS -Wall -Wextra -Wpedantic -Wconversion -Wshadow
        -Wno-unused-parameter -Werror=return-type -I "$tools" -I "$root/common")  # a stub does not use its parameters
    linking=("$tools/compiled.o")
    if command -v ld.gold > /dev/null; then linking+=(-fuse-ld=gold); fi  # a fifth of the time
    # g++ would look for unused memory in the precompiled header each time: not before 1 GB (here in kB) is used.
    if [[ $("${compiler[0]}" --version) != *clang* ]]; then compiler+=(--param=ggc-min-heapsize=1000000); fi
    for prefix in "${prefixes[@]}"; do compiler+=(-isystem "$prefix/include/eigen3"); done

    mkdir -p "$tools" 2> /dev/null || fail "cannot write to $root/build, where the workbook builds: make it writable"
    exec 8> "$tools/lock"
    if command -v flock > /dev/null; then flock 8; fi
    state="${compiler[*]} $("${compiler[0]}" --version | sed -n 1p)
$(cksum tests/exercises/{check.hpp,judge.cpp} common/compiled_eigen.[ch]pp common/numpy/{array,print}.hpp)"
    if [ "$(cat "$tools/state" 2> /dev/null)" != "$state" ]; then
        say "building what checks the exercises; once, a few seconds"
        rm -f "$tools"/{state,check.hpp*,compiled.o,judge}
        cp tests/exercises/check.hpp "$tools"
        if ! { "${compiler[@]}" -x c++-header "$tools/check.hpp" -o "$tools/check.hpp.gch" &&
            compile -c common/compiled_eigen.cpp -o "$tools/compiled.o" &&
            "${compiler[@]}" tests/exercises/judge.cpp -o "$tools/judge"; } > "$tools/log" 2>&1; then
            cat "$tools/log" >&2
            fail "cannot build what checks the exercises; what the compiler says stands above"
        fi
        printf '%s' "$state" > "$tools/state"
    fi
    exec 8>&-
}

first_of() {
    local name
    for name; do command -v "$name" && return; done
}

compile() { "${compiler[@]}" -include "$tools/check.hpp" "$@"; }

# prepare FOLDER OUT: the exercise's test and the stub's rows, unless they are there and nothing has changed
prepare() {
    local folder=$1 out=$2 state
    state="$(cksum "$tools/state" "$folder"/{test,stub}.cpp "$folder"/mistakes/*.cpp common/nn/*.hpp)"
    [ "$(cat "$out/state" 2> /dev/null)" = "$state" ] && return
    [ -t 2 ] && say "preparing exercise $(number "$folder"); once, a few seconds"
    mkdir -p "$out"
    rm -f "$out"/{state,test.o,*.rows}
    if ! { compile -c "$folder/test.cpp" -o "$out/test.o" && record "$folder/stub.cpp" "$out" stub; }; then
        fail "the exercise in $folder does not build: restore its test.cpp and stub.cpp"
    fi
    printf '%s' "$state" > "$out/state"
}

# record SOURCE OUT NAME: builds SOURCE with the test in OUT and runs it; fails when it does not compile
record() {
    local source=$1 out=$2 name=$3 status=0
    rm -f "$out/$name".{rows,printed,ending}
    compile "${linking[@]}" "$source" "$out/test.o" -o "$out/$name" 2> "$out/$name.compiler" || return 1
    limited 5 2000 "$out/$name" 3> "$out/$name.rows" > "$out/$name.printed" || status=$?
    ending "$status" > "$out/$name.ending"
}

# limited SECONDS KIBIBYTES COMMAND...: with little time, 4 GB of memory, files that stay small, and no input. What it
# says on its error output goes to its output; what the shell says of a crash goes nowhere, for ending() says it.
limited() {
    local seconds=$1 size=$2 clock=()
    shift 2
    if command -v timeout > /dev/null; then clock=(timeout -k 1 "$((2 * seconds))"); fi
    {
        (  # a limit that this system does not know is not set
            ulimit -c 0; ulimit -t "$seconds"; ulimit -v 4000000; ulimit -f "$size"
            exec "${clock[@]}" "$@" < /dev/null 2>&1
        )
    } 2> /dev/null
}

# ending STATUS: how a program with that exit status ended, in words; nothing when well
ending() {
    case $1 in
        0) ;;
        124 | 137 | 152) printf 'ran for too long and was stopped: is there a loop without an end?' ;;
        134) printf 'gave up (abort): what it printed may say why' ;;
        136) printf 'crashed: it divides a whole number by 0' ;;
        139) printf 'crashed: it uses memory that it does not have, or calls itself without an end' ;;
        153) printf 'wrote too much output and was stopped' ;;
        *) printf 'ended by itself, with exit status %d' "$1" ;;
    esac
}

# judge FOLDER OUT NAME [--row]: judges what came out of NAME by what is expected and by the known mistakes
judge() {
    local folder=$1 out=$2 name=$3 mistake rows known=()
    [ -s "$out/$name.rows" ] && for mistake in "$folder"/mistakes/*.cpp; do
        rows="mistake_$(basename "$mistake" .cpp)"
        [ -e "$out/$rows.rows" ] || record "$mistake" "$out" "$rows" || fail "$mistake does not compile: restore it"
        known+=("$mistake" "$out/$rows.rows")
    done
    "$tools/judge" "${@:4}" "$out/stub.rows" "$out/$name.rows" "$(cat "$out/$name.ending")" "${known[@]}"
}
