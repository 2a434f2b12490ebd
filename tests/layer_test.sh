#!/usr/bin/env bash
# layer_test.sh PROGRAM: what chapter 7's program answers to its arguments.
set -uo pipefail
# shellcheck source=tests/commands.sh
source "$(dirname "${BASH_SOURCE[0]}")/commands.sh"

check "an unknown argument is refused" 2 "$1" --frobnicate
says "07_model_size: unknown argument '--frobnicate'; it takes none, or --layer" && one_line
expect "and nothing is printed" [ ! -s "$out" ]
check "one argument too many is refused" 2 "$1" --layer --frobnicate
says "07_model_size: unknown argument '--layer'; it takes none, or --layer" && one_line
# ulimit -v stands for a machine with 4 GB
# shellcheck disable=SC2016
check "one layer is refused where there is not enough memory" 2 bash -c 'ulimit -v 4000000; "$0" --layer' "$1"
says "one layer, 16384 to 53248 and back, needs 10.2 GiB of free memory and 3.8 GiB are free" && one_line

summary
