# ./workbook fuzz. Sourced by the command ./workbook, which provides fail, say, need, set_up and root.
# shellcheck shell=bash disable=SC2154

need_for_fuzz() {
    need_for_chapters
    need clang "finds inputs that reach new code" clang++
    local runtime
    runtime=$(compgen -G '/usr/lib/llvm-*/lib/clang/*/lib/*/libclang_rt.fuzzer*.a' | sed -n 1p) || true
    need libclang-rt-dev "its sanitizers and its fuzzer" "${runtime#/usr/}"
}

# fuzz [SECONDS] [--save]: all targets at once; what they learn is kept in build/fuzz/corpus
fuzz() {
    local seconds=60 save='' argument target folder=build/fuzz/tests/fuzz log=build/fuzz.log work=build/fuzz/corpus found=''
    for argument; do
        case $argument in
            --save) save=tests/fuzz/result.txt ;;
            *[!0-9]* | 0*) fail "fuzz takes a number of seconds and --save, not: $argument" ;;
            *) seconds=$argument ;;
        esac
    done

    set_up need_for_fuzz
    mkdir -p build
    say "building what is fuzzed, with clang's sanitizers"
    if ! { cmake --preset fuzz && cmake --build --preset fuzz; } > "$log" 2>&1; then
        grep -E '(error|Error)' "$log" >&2
        fail "cannot build what is fuzzed; the whole story is in $log"
    fi

    say "looking for what goes wrong, for $seconds s"
    local targets=(print weave nn) processes=() inputs n
    for target in "${targets[@]}"; do
        mkdir -p "$work/$target"
        rm -f "build/fuzz/$target".{crash,leak,timeout,oom}-*
        # The page's files are written anew for each input: best not to a disk. And little memory is kept in quarantine,
        # for new memory is what costs most.
        TMPDIR=$([ -w /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}") ASAN_OPTIONS=quarantine_size_mb=8 \
            "$folder/fuzz_$target" -max_total_time="$seconds" -max_len=2048 -timeout=20 -print_final_stats=1 \
            -artifact_prefix="build/fuzz/$target." "$work/$target" "tests/fuzz/seeds/$target" > "build/fuzz/$target.log" 2>&1 &
        processes+=($!)
    done
    : > build/fuzz/result.txt
    for n in "${!targets[@]}"; do
        target=${targets[n]}
        if wait "${processes[n]}"; then
            sed -n 's/^Done \([0-9]*\) runs in \([0-9]*\) second.*/\1 \2/p' "build/fuzz/$target.log" | {
                read -r runs time
                printf '%-6s %11s runs in %5s s: nothing found\n' "$target" "$runs" "$time"
            } >> build/fuzz/result.txt
        else
            found=yes
            inputs=("build/fuzz/$target".*-*)
            say "$target: $(grep -a -m 1 -E 'does not hold|what():|runtime error|ERROR: ' "build/fuzz/$target.log" ||
                echo "it ended by itself"); once more: $folder/fuzz_$target ${inputs[0]}"
        fi
    done
    cat build/fuzz/result.txt
    [ -z "$found" ] || exit 1
    if [ -n "$save" ]; then cp build/fuzz/result.txt "$save"; fi
}
