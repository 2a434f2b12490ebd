# ./workbook test --everywhere: do the same bytes and claims come out with every compiler, library and processor that this
# machine has tools for? Other processors are emulated. Sourced by ./workbook, which provides fail, say, need, set_up,
# prepare, chapters and prefixes.
#
# One ninja builds and runs everything of all platforms, so that no processor waits. A check that holds leaves an empty
# file NAME.ok, and the table shows which of these files are there.
# shellcheck shell=bash disable=SC2154,SC2016,SC2034

all_platforms=(gcc-O0 gcc-O2 gcc-O3 clang-O0 clang-O2 clang-O3 libc++ catch2-2 catch2-3 aarch64 riscv64 s390x wasm)
place=build/everywhere

need_for_everywhere() {
    missing=() why=()
    local name
    for name in "${names[@]}"; do
        case $name in
            clang-*) need clang "another compiler" clang++ ;;
            libc++)
                need clang "another compiler" clang++
                need libc++-dev "another standard library" include/c++/v1
                need libc++abi-dev "what it links" "lib/$(uname -m)-linux-gnu/libc++abi.so" lib/libc++abi.so
                ;;
            aarch64 | riscv64 | s390x)
                need "g++-$name-linux-gnu" "compiles for $name" "$name-linux-gnu-g++"
                need qemu-user "runs programs of other processors" "qemu-$name"
                ;;
            wasm)
                need emscripten "compiles to WebAssembly" em++
                need nodejs "runs WebAssembly" node
                ;;
        esac
    done
}

# platform NAME: how it is called in the table, how it compiles, what runs its programs
platform() {
    name=$1 folder=$place/$1 title='' compiler=(g++ -O2) runner=() suffix='' fast=true catch=$installed_catch
    options='' libraries='' linking=''
    case $name in
        gcc-O*) compiler=(g++ "-O${name##*-O}") ;;&
        clang-O*) compiler=(clang++ "-O${name##*-O}") ;;&
        *-O3) compiler+=(-march=native) ;;&
        *-O*) title=${compiler[*]} ;;
        libc++) compiler=(clang++ -O2 -stdlib=libc++) title="clang++ -O2, libc++" ;;
        catch2-*) catch=${name#catch2-} title="g++ -O2, Catch2 $catch" ;;
        aarch64 | riscv64 | s390x)
            compiler=("$name-linux-gnu-g++" -O2) runner=("qemu-$name" -L "/usr/$name-linux-gnu") title=$name
            if [ "$name" = s390x ]; then title="s390x (big-endian)"; fi
            ;;
        wasm)
            compiler=(em++ -O1 -fexceptions) runner=(node) title=WebAssembly suffix=.js
            fast=''  # no threads: the headers alone
            options='-DCATCH_CONFIG_NO_POSIX_SIGNALS -include tests/book/libcxx13.hpp'
            libraries=tests/everywhere/popen.cpp
            linking='-sSINGLE_FILE=1 -sEXIT_RUNTIME=1 -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1'
            ;;
        *) fail "there is no platform '$name'; there are: ${all_platforms[*]}" ;;
    esac
    # Catch2 3 is a library, which is there for this machine's processor and for the compilers' usual standard library.
    tests=true
    case $catch$name in 3libc++ | 3aarch64 | 3riscv64 | 3s390x | 3wasm) tests='' ;; esac
}

# prefix_of FILE: the first folder that has it, as /usr
prefix_of() {
    local prefix
    for prefix in "${prefixes[@]}"; do
        if [ -e "$prefix/$1" ]; then printf '%s\n' "$prefix" && return; fi
    done
    return 1
}

# catch_header VERSION
catch_header() {
    case $1 in 2) echo include/catch2/catch.hpp ;; 3) echo include/catch2/catch_test_macros.hpp ;; esac
}

# it_runs [OPTION...]: does the smallest program, compiled with these options, run?
it_runs() {
    printf '#include <cstdio>\nint main() { std::puts("it runs"); }\n' > "$folder/smallest.cpp"
    rm -f "$folder/smallest$suffix"
    # shellcheck disable=SC2086  # several options
    "${compiler[@]}" "$@" $linking "$folder/smallest.cpp" -o "$folder/smallest$suffix" > "$folder.log" 2>&1 &&
        [ "$("${runner[@]}" "$folder/smallest$suffix" 2>> "$folder.log")" = "it runs" ]
}

# why_not: prints why this platform cannot run here, and nothing if it can
why_not() {
    local tool
    if ! prefix_of "$(catch_header "$catch")" > /dev/null; then echo "Catch2 $catch is not installed" && return; fi
    for tool in "${compiler[0]}" ${runner[0]:+"${runner[0]}"}; do
        if ! command -v "$tool" > /dev/null; then echo "$tool is not installed" && return; fi
    done
    it_runs || echo "the smallest program does not run; see $folder.log"
}

# --- what ninja is told ----------------------------------------------------------------------------------------------

# executable NAME FLAGS SOURCE-OR-OBJECT...: NAME.bin, and a script NAME that runs it
executable() {
    local result=$folder/$1 flags=$2 source object objects=()
    for source in "${@:3}"; do
        object=$source
        if [[ $source == *.cpp ]]; then
            object=$result.objects/$(basename "$source").o
            printf 'build %s: compile %s\n  flags = %s\n' "$object" "$source" "$flags"
        fi
        objects+=("$object")
    done
    printf 'build %s.bin%s: link %s\n' "$result" "$suffix" "${objects[*]}"
    printf '#!/bin/sh\nexec %s %s.bin%s "$@"\n' "${runner[*]}" "$result" "$suffix" > "$result"
    chmod +x "$result"
}

# test_executable NAME FLAGS SOURCE-OR-OBJECT...: the same with Catch2's main, and the check that all of its tests pass.
# $needs must be there for that.
test_executable() {
    local result=$folder/$1
    executable "$@" "${main[@]}"
    printf '  libraries = %s\n' "$catch_libraries"
    printf 'build %s.ok: check %s.bin%s | %s\n' "$result" "$result" "$suffix" "${needs:-}"
    printf '  checked = %s --warn NoAssertions\n  proof = All tests passed\n' "$result"
}

# rules: this platform's part of the build
rules() {
    local main=() fast_object=() fast_flags=$fast_flags catch_libraries='' include=$place/catch2-$catch
    local flags version prefix chapter program sources
    version=$("${compiler[0]}" --version | sed -n 1p)
    prefix=$(prefix_of "$(catch_header "$catch")")
    mkdir -p "$include"
    ln -sfn "$prefix/include/catch2" "$include/catch2"  # alone: what else is in /usr/include is for this processor
    flags="$common_flags -I common -I tests -isystem $eigen -isystem $include $options"

    if [ -n "$fast" ]; then
        flags+=' -DNN_FAST' fast_object=("$folder/fast.o")
        if it_runs -fopenmp; then libraries+=' -fopenmp' fast_flags+=' -fopenmp'; fi
    fi
    printf 'rule compile\n  command = (%s -std=c++20 $flags -MD -MF $out.d -c $in -o $out) > $out.log 2>&1' "${compiler[*]}"
    printf ' # %s\n  depfile = $out.d\n  deps = gcc\n' "$version"  # with another version all is built anew
    printf 'rule link\n  command = (%s $in %s $libraries -o $out) > $out.log 2>&1\n' "${compiler[*]}" "$libraries $linking"
    printf 'rule check\n  command = $checked > $out.log 2>&1 && grep -q "$proof" $out.log && touch $out\n'
    printf 'rule write\n  command = $written > $out 2> $out.log\n'

    if [ -n "$fast" ]; then
        printf 'build %s: compile common/nn/fast.cpp\n  flags = %s\n' "${fast_object[0]}" "$flags $fast_flags"
    fi
    if [ "$catch" = 3 ]; then
        catch_libraries="-L$prefix/lib -lCatch2Main -lCatch2"
    elif [ -n "$tests" ]; then
        main=("$folder/main.o")
        printf 'build %s: compile tests/precompiled.cpp\n' "${main[0]}"  # an empty source
        printf '  flags = %s -O0 -DCATCH_CONFIG_MAIN -include catch2/catch.hpp\n' "$flags"
    fi

    while read -r chapter; do
        program=$folder/$chapter
        mapfile -t sources < <(find "chapters/$chapter" -maxdepth 1 -name '*.cpp' ! -name claims.cpp)
        executable "$chapter" "$flags" "${sources[@]}" "${fast_object[@]}"
        printf 'build %s.ok: check %s.bin%s\n' "$program" "$program" "$suffix"
        printf '  checked = (tests/prints.sh %s chapters/%s/expected.txt && echo the same bytes)\n' "$program" "$chapter"
        printf '  proof = the same bytes\n'
        if [ -n "$tests" ]; then
            needs=$program.bin$suffix test_executable "${chapter}_claims" "$flags -DPROGRAM='\"$program\"'" \
                "chapters/$chapter/claims.cpp" "${fast_object[@]}"
        fi
        if [ "$name" = gcc-O2 ]; then
            executable "${chapter}_moved" "$flags -UNN_FAST -DEIGEN_DONT_VECTORIZE" "${sources[@]}" tests/everywhere/moved.cpp
            printf '  libraries = -Wl,--wrap=%s\n' exp,--wrap=log,--wrap=tanh,--wrap=erf,--wrap=erfc
        fi
    done < <(chapters)
    if [ -n "$tests" ]; then
        flags+=" -DFOLDER='\"tests\"'"
        mapfile -t sources < <(find tests/nn -name '*_test.cpp' ! -name headers_test.cpp)
        if [ -z "$fast" ]; then mapfile -t sources < <(printf '%s\n' "${sources[@]}" | grep -v accuracy_test); fi
        test_executable nn "$flags" "${sources[@]}" "${fast_object[@]}"
        test_executable nn_headers "$flags -UNN_FAST" tests/nn/headers_test.cpp
        mapfile -t sources < <(find tests/numpy -name '*_test.cpp')
        test_executable numpy "$flags" "${sources[@]}"
    fi
    executable libm "$flags" tests/everywhere/libm.cpp "${fast_object[@]}"
    printf 'build %s/libm.results: write %s/libm.bin%s\n  written = %s/libm\n' "$folder" "$folder" "$suffix" "$folder"
}

# --- what comes out ---------------------------------------------------------------------------------------------------

# row TITLE CELL...: a line of the table
row() {
    printf '%-28s' "$1"
    printf ' %-6s' "${@:2}" | sed 's/ *$//'
    printf '\n'
}

# cell CHECK...: ok if all of these checks hold, or what is wrong
cell() {
    local check
    for check; do
        if [ ! -e "$folder/$check.ok" ]; then echo FAILED && return; fi
    done
    echo ok
}

# cells: those of this platform's row
cells() {
    local chapter
    for chapter in "${chapter_names[@]}"; do
        if [ -n "$tests" ]; then
            cell "$chapter" "${chapter}_claims"
        else
            cell "$chapter" | sed 's/ok/bytes/'
        fi
    done
    if [ -n "$tests" ]; then cell nn nn_headers && cell numpy; else echo '-' && echo '-'; fi
}

# differences TITLE RESULTS: the line of a platform whose results of the mathematics library are in that file
differences() {
    "$place/gcc-O2/libm" "$place/gcc-O2/libm.results" "$2" | cut -d '|' -f 2- | {
        printf '%-28s' "$1"
        while IFS='|' read -r count most; do
            if [ "$count" = 0 ]; then printf ' %10s' -; else printf ' %10s' "$count ($most)"; fi
        done
        printf '\n'
    }
}

# needed CHAPTER: 2^k, the last places by which the mathematics library may be wrong before the program prints otherwise
needed() {
    local k seed
    for ((k = 0; k <= 52; ++k)); do
        for seed in {1..10}; do
            MOVED=$k SEED=$seed "$place/gcc-O2/$1_moved" 2> /dev/null | cmp -s - "chapters/$1/expected.txt" && continue
            if [ $k = 0 ]; then echo none; else echo "2^$((k - 1))"; fi
            return
        done
    done
    echo any
}

# table: what is known when ninja is done; 1 if a check failed
table() {
    local name reason failed=0
    row "platform" "${chapter_names[@]%%_*}" nn numpy
    for name in "${names[@]}"; do
        platform "$name"
        reason=${reasons[$name]}
        if [ -n "$reason" ]; then
            printf '%-28s not here: %s\n' "$title" "$reason"
            continue
        fi
        mapfile -t found < <(cells)
        row "$title" "${found[@]}"
        if [[ ${found[*]} == *FAILED* ]]; then failed=1; fi
    done
    return $failed
}

# library_table: where the mathematics libraries differ from that of the row g++ -O2, and how much that matters
library_table() {
    local name tuned=$place/gcc-O2/libm.no_fma
    [ -e "$place/gcc-O2/libm.results" ] || return 0
    echo
    echo "of 100000 results, how many differ from those of g++ -O2 (and by how many last places at most)"
    "$place/gcc-O2/libm" "$place/gcc-O2/libm.results" "$place/gcc-O2/libm.results" | cut -d '|' -f 1 |
        { printf '%-28s' '' && while read -r name; do printf ' %10s' "$name"; done && echo; }
    if GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2 "$place/gcc-O2/libm" > "$tuned"; then
        differences "glibc without FMA" "$tuned"
    fi
    for name in "${names[@]}"; do
        platform "$name"
        if [ "$name" != gcc-O2 ] && [ -e "$folder/libm.results" ]; then differences "$title" "$folder/libm.results"; fi
    done
    echo
    echo "by how many last places the mathematics library may be wrong before a program prints something else"
    row '' "${chapter_names[@]%%_*}"
    mapfile -t found < <(for name in "${chapter_names[@]}"; do needed "$name"; done)
    row '' "${found[@]}"
}

# versions: what the table was made with
versions() {
    local name tool
    for name in "${names[@]}"; do
        platform "$name"
        [ -n "${reasons[$name]}" ] || printf '%s\n' "${compiler[0]}" ${runner[0]:+"${runner[0]}"}
    done | sort -u | while read -r tool; do printf '%s: %s\n' "$tool" "$("$tool" --version | sed -n 1p)"; done
}

test_everywhere() {
    local save='' names=() argument name chapter_names installed_catch eigen common_flags fast_flags status=0 found
    local -A reasons
    installed_catch=3
    if prefix_of "$(catch_header 2)" > /dev/null; then installed_catch=2; fi
    for argument; do
        case $argument in
            --save) save=tests/everywhere.txt ;;
            -*) fail "test --everywhere takes --save and names of platforms (${all_platforms[*]}), not: $argument" ;;
            *) platform "$argument" && names+=("$argument") ;;
        esac
    done
    if [ -n "$save" ] && [ ${#names[@]} != 0 ]; then fail "--save keeps the table of all platforms: leave out ${names[*]}"; fi
    if [ ${#names[@]} = 0 ]; then
        for name in "${all_platforms[@]}"; do [ "$name" = "catch2-$installed_catch" ] || names+=("$name"); done
    fi

    prepare
    cmake --build build/dev --target build.ninja > build/configure.log 2>&1 || fail "cannot configure; see build/configure.log"
    exec 9>&-  # from here on, others may build
    (set_up need_for_everywhere) || say "the rows of what is missing will say so"
    mkdir -p "$place"
    exec 8> "$place/lock"
    if command -v flock > /dev/null && ! flock -n 8; then fail "another ./workbook test --everywhere is at work in $place"; fi

    SECONDS=0
    export NODE_PATH=/usr/share/nodejs  # where Debian's Emscripten finds its packages with any node
    printf '{ "type": "commonjs" }\n' > "$place/package.json"  # what em++ makes; the book's packages, above, are modules
    mapfile -t chapter_names < <(chapters)
    eigen=$(prefix_of include/eigen3/Eigen/Core)/include/eigen3
    { read -r common_flags && read -r fast_flags; } < build/dev/tests/flags
    find "$place" -name '*.ok' -delete
    printf 'builddir = %s\n' "$place" > "$place/build.ninja"
    for name in "${names[@]}"; do
        platform "$name"
        mkdir -p "$folder"
        reasons[$name]=$(why_not)
        [ -z "${reasons[$name]}" ] || continue
        rules > "$folder.ninja"
        printf 'subninja %s.ninja\n' "$folder" >> "$place/build.ninja"
    done
    say "building and running everything on ${#names[@]} platforms, about two minutes each; ninja's log is $place/ninja.log"
    NINJA_STATUS='[%f of %t] ' ninja -j "$(nproc)" -k 0 -f "$place/build.ninja" 2>&1 8>&- | tee "$place/ninja.log" | show_progress || true
    if grep '^ninja: error' "$place/ninja.log" >&2; then fail "ninja cannot read $place/build.ninja"; fi
    sed -nE 's/^FAILED: (\[code=[0-9]+\] )?//p' "$place/ninja.log" | while read -r found _; do
        name=${found#"$place/"}
        { printf '=== %s\n' "$found" && cat "$found.log"; } >> "$place/${name%%/*}.log"
    done

    { table || status=1; library_table; printf '\n'; versions; } > "$place/table"
    printf '%d:%02d minutes on %s processors\n' $((SECONDS / 60)) $((SECONDS % 60)) "$(nproc)" >> "$place/table"
    cat "$place/table"
    if [ $status != 0 ]; then
        for name in "${names[@]}"; do
            if [ -z "${reasons[$name]}" ] && grep -q '^===' "$place/$name.log"; then say "what failed stands in $place/$name.log"; fi
        done
    elif [ -n "$save" ]; then
        cp "$place/table" "$save"
        say "kept in $save; ./workbook weave puts it into docs/trust.md"
    fi
    return $status
}

# show_progress: of what ninja says, its count, where somebody watches
show_progress() {
    local line
    while read -r line; do
        if [ -t 2 ] && [[ $line =~ ^\[[0-9]+\ of\ [0-9]+\] ]]; then printf '\r%s ' "${BASH_REMATCH[0]}" >&2; fi
    done
    if [ -t 2 ]; then printf '\n' >&2; fi
}
