# ./workbook bench. Sourced by the command ./workbook, which provides fail, say, need, set_up and root.
# shellcheck shell=bash disable=SC2154,SC2034

need_for_bench() {
    need_for_chapters
    need libbenchmark-dev "measures" include/benchmark/benchmark.h
}

need_for_peers() {
    missing=() why=()
    need python3-numpy "NumPy, to compare with" lib/python3/dist-packages/numpy/__init__.py
    need python3-torch "PyTorch, to compare with" lib/python3/dist-packages/torch/__init__.py
    need libopenblas-dev "OpenBLAS, to compare with" "lib/$(uname -m)-linux-gnu/libopenblas.so" lib/libopenblas.so
    need libdnnl-dev "oneDNN, to compare with" include/oneapi/dnnl/dnnl.hpp
}

# bench: builds the benchmarks in build/release and prints their table
bench() {
    local quick='' json='' save='' argument folder=build/release/tests/benchmarks log=build/bench.log
    for argument; do
        case $argument in
            --quick) quick=--quick ;;
            --peers) set_up need_for_peers ;;
            --json) json=--json ;;
            --save) save=tests/benchmarks/result.txt ;;
            *) fail "bench takes --quick, --peers, --json and --save, not: $argument" ;;
        esac
    done
    if [ -n "$save" ] && [ -n "$quick$json" ]; then
        fail "--save keeps the table of a whole run: leave out $quick $json"
    fi

    set_up need_for_bench
    mkdir -p build
    say "building the benchmarks with -O3 -march=native"
    if ! { cmake --preset release && cmake --build --preset release --target benchmarks table; } > "$log" 2>&1; then
        grep -E '(error|Error)' "$log" >&2
        fail "cannot build the benchmarks; the whole story is in $log"
    fi

    if [ -n "$quick" ]; then
        say "measuring for about a minute"
    else
        say "measuring for some minutes, best without other work on this machine"
    fi
    measure_all ${quick:+"$quick"} > build/bench.lines || fail "a benchmark failed; what it said stands above"
    if [ -n "$save" ]; then
        "$folder/table" < build/bench.lines > build/bench.table && cp build/bench.table "$save"
        say "kept in $save; ./workbook weave puts it into docs/speed.md"
        cat "$save"
    else
        "$folder/table" ${json:+"$json"} < build/bench.lines
    fi
}

# measure_all [--quick]: the lines of all who are installed. They take turns, so that a slower hour strikes all of them.
# Memory that was given back is kept for the next result: how long the system takes to find fresh pages for an array of
# 80 MB is as long as filling it, differs from one time to the next, and is nobody's merit.
measure_all() {
    local -x MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=100000000000
    local rounds=3 repetitions=3 round threads ahead=(nice -n -10) options=(--benchmark_min_time=0.05)
    local python=() interpreter processor
    "${ahead[@]}" true 2> /dev/null || ahead=()  # only root may go first
    if [ $# != 0 ]; then
        rounds=1 repetitions=1
        options=(--benchmark_min_time=0.02 --benchmark_filter=-4096-16384)
    fi
    options+=("--benchmark_repetitions=$repetitions" --benchmark_enable_random_interleaving=true)
    for interpreter in python3 /usr/bin/python3; do  # apt's NumPy is that of the second
        "$interpreter" -c 'import numpy' 2> /dev/null && python=("$interpreter" tests/benchmarks/peers/numpy_torch.py)
    done

    processor=$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo 2> /dev/null | sed -n 1p)
    printf '# %s, %s\n' "${processor:-$(uname -m)}" "$(nproc) cores"
    printf '# %s\n' "$(c++ --version | sed -n 1p)"
    for ((round = 0; round < rounds; ++round)); do
        OMP_NUM_THREADS=1 "${ahead[@]}" "$folder/benchmarks" "${options[@]}" || return 1
        for threads in 1 2; do
            if [ ${#python[@]} != 0 ]; then "${ahead[@]}" "${python[@]}" "$threads" "$repetitions" "$@" || return 1; fi
        done
    done
}
