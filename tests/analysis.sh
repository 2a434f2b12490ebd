#!/usr/bin/env bash
# clang-tidy (.clang-tidy says what it looks for) and cppcheck over the workbook's own sources. clang-tidy takes some ten
# seconds for each source with Eigen, so it reads those that hold what others only use, and the headers they include.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Without precompiled headers: each source is read as it stands.
cmake --preset clang -B build/tidy -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON -DCMAKE_EXPORT_COMPILE_COMMANDS=ON > /dev/null
printf '%s\0' common/chart.cpp common/nn/*.cpp docs/*.cpp chapters/*/*program.cpp tests/fuzz/*.cpp tests/benchmarks/table.cpp |
    xargs -0 -P "$(nproc)" -n 1 clang-tidy -p build/tidy --quiet 2> /dev/null

cppcheck --std=c++20 --enable=warning,performance,portability --suppressions-list=tests/cppcheck.txt --quiet \
    --error-exitcode=1 -j "$(nproc)" -I common -I docs -I tests common docs chapters/*/*.cpp plots tests
