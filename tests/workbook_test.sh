#!/usr/bin/env bash
# Tests of the command ./workbook, in a copy of the checkout whose path has blanks and letters beyond ASCII.
set -uo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=tests/commands.sh
source "$source/tests/commands.sh"
copy="$folder/a cöpy of it"
mkdir "$copy"
cp -r "$source"/{chapters,common,docs,plots,tests,CMakeLists.txt,CMakePresets.json,workbook} "$copy"
cd "$copy" || exit 1
unset CI

check "help lists the commands" 0 ./workbook help
for command in run test plots book weave bench mutants help; do
    expect "help lists $command" grep -q "^\./workbook $command " "$out"
done
check "no command at all shows the help" 0 ./workbook
check "an unknown command is refused" 2 ./workbook frobnicate
says "there is no command 'frobnicate'; ./workbook help lists them" && one_line
check "a chapter that does not exist is refused" 2 ./workbook run 99
says "there is no chapter '99'; there are: 01_linear_collapse" && one_line
check "an option that does not exist is refused" 2 ./workbook run --frobnicate
says "there is no option '--frobnicate' here; ./workbook help lists what there is" && one_line
mkdir chapters/08_new
check "a chapter that is not in the build is refused" 2 ./workbook run 8
says "chapters/08_new is no part of the build: add the line add_chapter(08_new) to chapters/CMakeLists.txt" && one_line
echo 'add_chapter(08_new)' >> chapters/CMakeLists.txt
check "a chapter without a figure has none to draw" 2 ./workbook plots 8
says "chapter 08_new has no figure: write plots/08_new.cpp and add add_figure(08_new) to plots/CMakeLists.txt" && one_line
rmdir chapters/08_new && cp "$source/chapters/CMakeLists.txt" chapters/
check "weave takes no argument" 2 ./workbook weave --check
says "weave takes nothing, not: --check" && one_line
check "two chapters to test are refused" 2 ./workbook test 1 2
says "one chapter" && one_line
check "an unknown option of test --everywhere is refused" 2 ./workbook test --everywhere --slow
says "test --everywhere takes --save and names of platforms" && one_line
check "an unknown platform is refused" 2 ./workbook test --everywhere vax
says "there is no platform 'vax'; there are: gcc-O0 gcc-O2" && one_line
check "a table of some platforms is not kept" 2 ./workbook test --everywhere s390x --save
says "--save keeps the table of all platforms: leave out s390x" && one_line

check "an unknown option of the book is refused" 2 ./workbook book --frobnicate
says "book takes nothing, --pdf or --check, not: --frobnicate" && one_line
check "two options of the book are refused" 2 ./workbook book --pdf --check
says "not: --pdf --check" && one_line
check "bench refuses an option that it does not have" 2 ./workbook bench --slow
says "bench takes --quick, --peers, --json and --save, not: --slow" && one_line
check "bench keeps no quick table" 2 ./workbook bench --quick --save
says "--save keeps the table of a whole run: leave out --quick" && one_line
if command -v python3 > /dev/null; then
    check "mutants keeps no table of a sample" 2 ./workbook mutants --sample 3 --save
    says "--save keeps the table of a whole run: leave out --sample" && one_line
    check "mutants refuses what is nowhere" 2 ./workbook mutants --only frobnicate
    says "'frobnicate'" && one_line
    check "mutants lists what it would plant" 0 ./workbook mutants --list --only mlp.hpp
    expect "a changed comparison" grep -qF 'if (layer1.W.cols() == layer2.W.rows())' "$out"
fi

# --- set-up: PATH leads to a folder that lacks some tools
tools="$folder/tools"
mkdir "$tools"
for tool in bash basename cat cmp cp dirname grep head id ls mkdir readlink mv rm sed tail tr env; do
    ln -s "$(command -v "$tool")" "$tools/"
done
check "a missing package without apt-get is named with its purpose" 2 env PATH="$tools" ./workbook run 2
says "missing: g++ (compiles the programs), cmake (configures the build), ninja-build (runs the build)"
says "there is no apt-get here" && one_line

cat > "$tools/apt-get" <<'TEXT'
#!/usr/bin/env bash
echo "apt-get $*" >> "$APT_LOG"
case " $* " in *" install "*) echo "E: Unable to locate package $FAIL"; [ -z "$FAIL" ] ;; esac
TEXT
chmod +x "$tools/apt-get"
export APT_LOG="$folder/apt.log" FAIL=
check "what is missing is installed with apt-get" 2 env PATH="$tools" ./workbook run 2
if [ "$(id -u)" = 0 ]; then
    says "installing with apt-get: g++ (compiles the programs), cmake (configures the build), ninja-build (runs the build)"
    expect "apt-get is asked for the three packages" grep -q "install --no-install-recommends g++ cmake ninja-build$" "$APT_LOG"
    says "but they cannot be found"
    rm -rf build
    check "and so for an exercise, before anything was built" 2 env PATH="$tools" ./workbook exercise 2.1
    says "but they cannot be found"
    check "a package that cannot be installed is named with apt-get's reason" 2 env FAIL=g++ PATH="$tools" ./workbook run 2
    says "could not install g++ cmake ninja-build (E: Unable to locate package g++)"
else
    says "become root and run: apt-get install --no-install-recommends g++ cmake ninja-build" && one_line
fi
check "a compiler that CXX names and that is not there is refused" 2 env CXX=g++-99 ./workbook run 2
says "CXX asks for the compiler 'g++-99', which is not here" && one_line

# --- a build in this copy
old="$folder/old-c++"
printf '#!/bin/sh\nexec g++ -U__GNUC__ -D__GNUC__=9 "$@"\n' > "$old" && chmod +x "$old"
check "a compiler that is too old is refused" 2 env CXX="$old" ./workbook run 2
says "this workbook needs g++ 12 or clang++ 14, or newer"

mkdir -p build/dev && echo "CMAKE_GENERATOR:INTERNAL=Unix Makefiles" > build/dev/CMakeCache.txt
check "a half-configured build folder does not matter" 0 ./workbook run 2
expect "run 2 prints expected.txt" cmp -s "$out" chapters/02_single_neuron/expected.txt
for name in 02 single_neuron 02_single_neuron; do
    check "run $name runs chapter 2" 0 ./workbook run "$name"
    expect "run $name prints expected.txt" cmp -s "$out" chapters/02_single_neuron/expected.txt
    expect "an up-to-date run has nothing else to say" [ ! -s "$err" ]
done
ln -s "$copy/workbook" "$folder/wb"
check "the command can be called by a link" 0 "$folder/wb" run 2
expect "it prints expected.txt, too" cmp -s "$out" chapters/02_single_neuron/expected.txt
check "an argument goes to the chapter's program" 2 ./workbook run 7 --frobnicate
says "07_model_size: unknown argument '--frobnicate'; it takes none, or --layer" && one_line

sed -i 's/0\.4, -0\.7/0.5, -0.7/' chapters/02_single_neuron/program.cpp
check "a changed program prints its new output" 0 ./workbook run 2
expect "0.5 instead of 0.4 gives 0.72" grep -qF 'z = w·x + b = 0.7200' "$out"
check "and its tests fail" 8 ./workbook test 2
expect "the test shows the new line" grep -qF '+Weights:   [ 0.5 -0.7  0.2]¶' "$out"

echo 'int main( {' > chapters/02_single_neuron/program.cpp
check "a program that does not compile shows what the compiler says" 1 ./workbook run 2
says "program.cpp:1:" && says "the build failed"
cp "$source/chapters/02_single_neuron/program.cpp" chapters/02_single_neuron/
check "and once repaired it runs" 0 ./workbook run 2

summary
