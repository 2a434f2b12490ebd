#!/usr/bin/env bash
# The workbook as WebAssembly under node: do the programs print expected.txt, to the byte, and do the unit tests of
# common/nn and common/numpy end as they do natively, in build/dev? What it compiles stays in build/wasm, where a second
# run compiles only what changed.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
native=build/dev
out=build/wasm
eigen=/usr/include/eigen3
export NODE_PATH=/usr/share/nodejs  # where Debian's Emscripten finds its packages with any node

fail() { printf 'wasm.sh: %s\n' "$*" >&2 && exit 1; }

command -v em++ > /dev/null || fail "there is no em++; install it (Debian, Ubuntu: emscripten)"
[ -e $eigen/Eigen/Core ] || fail "there is no $eigen/Eigen/Core; install it (Debian, Ubuntu: libeigen3-dev)"
mkdir -p "$out"
printf '{ "type": "commonjs" }\n' > "$out/package.json"  # what em++ makes; the packages of the book, above, are modules

flags=(-std=c++20 -O1 -ffp-contract=off -fexceptions
    -include tests/book/libcxx13.hpp -I common -I tests -isystem "$eigen"
    -sSINGLE_FILE=1 -sEXIT_RUNTIME=1 -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1)

# compile OUTPUT ARGUMENT...: runs em++, unless OUTPUT is newer than the arguments that are files and than all headers
compile() {
    local output=$out/$1 files=() argument
    shift
    for argument; do if [ -e "$argument" ]; then files+=("$argument"); fi; done
    files+=(common/nn common/numpy tests/catch.hpp tests/book/wasm.sh tests/book/libcxx13.hpp)
    if [ -e "$output" ] && [ -z "$(find "${files[@]}" -newer "$output" -print -quit)" ]; then return; fi
    nice em++ "${flags[@]}" "$@" -o "$output" > "$output.log" 2>&1 && return
    cat "$output.log"
    fail "$output does not compile"
}

failed=0
# same WHAT EXPECTED PRINTED
same() {
    if cmp -s "$2" "$3"; then
        echo "ok: $1"
    else
        echo "not ok: $1 (- expected, + as WebAssembly)"
        diff -u "$2" "$3" || true
        failed=1
    fi
}

for folder in chapters/[0-9]*/; do
    name=$(basename "$folder")
    sources=("$folder"program.cpp)
    [ "$name" != 07_model_size ] || sources+=("$folder"layer.cpp)
    compile "$name.js" "${sources[@]}"
    node "$out/$name.js" > "$out/$name.txt" || fail "$name ended with status $? as WebAssembly"
    same "$name prints expected.txt" "${folder}expected.txt" "$out/$name.txt"
done

# Catch2 3 is a library, which Debian has as native code only; of Catch2 2 the header is all that is needed.
if [ ! -e /usr/include/catch2/catch.hpp ]; then
    echo "skipped: the unit tests as WebAssembly need Catch2 2 (catch2/catch.hpp); this system has another"
    exit $failed
fi
mkdir -p "$out/include"
ln -sfn /usr/include/catch2 "$out/include/catch2"  # alone: what else is in /usr/include is for native code
[ -e "$out/main.cpp" ] || printf '#define CATCH_CONFIG_MAIN\n#include <catch2/catch.hpp>\n' > "$out/main.cpp"
flags+=(-isystem "$out/include" -DCATCH_CONFIG_NO_POSIX_SIGNALS "-DFOLDER=\"$root/tests\"")
compile main.o -c "$out/main.cpp"
nice cmake --build $native --target test_nn test_numpy > "$out/native.log" 2>&1 ||
    fail "the native tests to compare with do not compile; see $out/native.log"

# compare NAME TEST...: the tests of common/NAME, natively and as WebAssembly
compare() {
    local name=$1 options=(--warn NoAssertions --use-colour no)
    compile "test_$name.js" "$out/main.o" "${@:2}"
    "$native/tests/test_$name" "${options[@]}" > "$out/expected.txt" || fail "test_$name fails natively"
    node "$out/test_$name.js" "${options[@]}" > "$out/test_$name.txt" || true
    same "the tests of common/$name: $(grep passed "$out/expected.txt")" "$out/expected.txt" "$out/test_$name.txt"
}
compare nn tests/nn/{activation,layers,softmax}_test.cpp  # the headers alone; the others are about fast.cpp
compare numpy tests/numpy/*_test.cpp
exit $failed
