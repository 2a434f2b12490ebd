#!/usr/bin/env bash
# Tests of ./workbook exercise, watch, progress, prove and grade, in a copy of the checkout that has chapter 2's
# exercises only and a path with blanks and letters beyond ASCII.
set -uo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=tests/commands.sh
source "$source/tests/commands.sh"
copy="$folder/a cöpy of it"
mkdir "$copy"
cp -r "$source"/{chapters,common,tests,CMakeLists.txt,CMakePresets.json,workbook} "$copy"
cd "$copy" || exit 1
find chapters -path '*/exercise' -not -path '*/02_single_neuron/*' -prune -exec rm -r {} +
find chapters -name 'answer.cpp*' -delete
neuron=chapters/02_single_neuron/exercise/1_neuron
silence=chapters/02_single_neuron/exercise/2_silence

prints() { expect "prints: $1" grep -qF -- "$1" "$out"; }
answers() { cp "$1" "$neuron/answer.cpp"; }
returns() { sed "s/return .*/$1/" "$neuron/stub.cpp" > "$neuron/answer.cpp"; }  # the stub with another last line

./workbook help > "$out"
for command in exercise watch progress grade prove; do prints "./workbook $command "; done

# --- misuse
misuse() {  # misuse MESSAGE ARGUMENT...: refused with one line
    check "refused: $*" 2 ./workbook "${@:2}"
    says "$1" && one_line
}
misuse "exercise takes a number as 4.1" exercise
misuse "exercise takes a number as 4.1, then nothing, --hint, --solution [--anyway] or --reset, not: --frobnicate" \
    exercise 2.1 --frobnicate
misuse "not: 2 3" exercise 2 3
misuse "chapter 3 has no exercises" exercise 3
misuse "there is no exercise '2.9'; chapter 2 has: 2.1 2.2" exercise 2.9
misuse "there is no chapter '99'" exercise 99.1
misuse "there is no chapter 'frobnicate'" exercise frobnicate
misuse "watch takes an exercise or a chapter" watch
misuse "there is no exercise '2.9'" watch 2.9
misuse "there is no chapter '99'" watch 99
misuse "progress takes no argument, not: 2" progress 2
misuse "exercise takes a number as 4.1" exercise --hint 2.1
misuse "test takes a chapter, as 2; an answer is checked by ./workbook exercise 2.1" test 2.1
misuse "prove takes no argument or one chapter, not: 1 2" prove 1 2
misuse "there are no exercises in chapter 3" prove 3
misuse "grade takes a folder for each learner" grade
misuse "nowhere is not a folder" grade nowhere
misuse "grade takes folders and --out FOLDER, not '--frobnicate'" grade --frobnicate
misuse "--out needs a folder" grade --out

check "exercise 2 lists the chapter's" 0 ./workbook exercise 2
prints "2.1  A whole neuron" && prints "2.2  Just silent"

# --- one exercise, from the first look to the pass
check "the first check fails" 1 ./workbook exercise 2.1
prints "Write the neuron of this chapter" && prints "Your answer goes here: $neuron/answer.cpp"
prints "asked:     neuron([0.5 -0.3 0.8], [0.4 -0.7 0.2], 0)" && prints "came out:  0" && prints "expected:  0.57"
prints "That is what the stub gives" && prints "./workbook exercise 2.1 --hint"
expect "the answer is the stub" cmp -s "$neuron/stub.cpp" "$neuron/answer.cpp"

for n in 1 2 3 3; do
    check "a hint" 0 ./workbook exercise 2.1 --hint
    prints "Hint $n of 3"
done
prints "That was the last one"
check "a solution before the pass is refused" 2 ./workbook exercise 2.1 --solution
says "your answer to 2.1 does not pass yet; to see the solution nevertheless, add --anyway" && one_line
check "a solution when insisted on" 0 ./workbook exercise 2.1 --solution --anyway
expect "it is the solution" cmp -s "$out" "$neuron/solution.cpp"

returns 'return neurons(x, w, b);' && sed -i 's/^double neuron(/double neurons(const Vector<>\&, const Vector<>\&, double);\n&/' "$neuron/answer.cpp"
check "a function that nobody defined" 1 ./workbook exercise 2.1
says "neurons is not compiled for the exercises: do without it"
returns 'return x.dot(w);'
check "a mistake fails" 1 ./workbook exercise 2.1
prints "✗ the bias is added" && prints "The bias is missing" && prints "came out:  0.57" && prints "expected:  0.67"
returns 'return 42;'
check "an unknown mistake fails" 1 ./workbook exercise 2.1
prints "None of the known mistakes gives this value"
returns 'return'
check "what does not compile fails" 1 ./workbook exercise 2.1
says "answer.cpp:11:" && says "does not compile"
returns 'std::printf("z is %g\\n", x.dot(w)); return 1;'
check "what an answer prints is shown" 1 ./workbook exercise 2.1
prints "z is 0.57"
returns 'for (;;) std::cos(b);'
check "a loop without an end is stopped" 1 ./workbook exercise 2.1
prints "nothing: the program ran for too long and was stopped"
returns 'return *static_cast<double*>(nullptr);'
check "a crash is told" 1 ./workbook exercise 2.1
prints "nothing: the program crashed"
returns 'return x.dot(Vector<>{{1}});'
check "a wrong size is told" 1 ./workbook exercise 2.1
prints "an exception: Eigen refuses this size or index" && prints "Your code stops at sizes or an index that do not fit"
# as relu_before_bias does in one check, and otherwise in the next
returns 'return x.size() == 4 ? 0 : b == 0.25 ? b : std::fmax(0.0, x.dot(w) + b);'
check "half a mistake fails" 1 ./workbook exercise 2.1
prints "Perhaps: You bend first and add the bias afterwards"
answers <(sed 's/double neuron/double my_neuron/' "$neuron/stub.cpp")
check "a renamed function fails" 1 ./workbook exercise 2.1
says "the check does not find the function: keep its name and its parameters"
answers "$neuron/stub.cpp"
returns 'std::puts("passed"); std::fflush(stdout); std::_Exit(0);'
check "an answer cannot call itself right" 1 ./workbook exercise 2.1
prints "nothing: the program ended before it answered"
check "progress shows what is begun" 0 ./workbook progress
prints "✗ begun  2.1  A whole neuron" && prints "· open   2.2  Just silent" && prints "0 of 2 done"

cp "$neuron/answer.cpp" "$folder/old"
check "reset" 0 ./workbook exercise 2.1 --reset
expect "the answer is the stub" cmp -s "$neuron/stub.cpp" "$neuron/answer.cpp"
expect "the old answer is kept" cmp -s "$folder/old" "$neuron/answer.cpp.1"
answers "$neuron/mistakes/abs.cpp"
check "reset again" 0 ./workbook exercise 2.1 --reset
expect "the first one is still kept" cmp -s "$folder/old" "$neuron/answer.cpp.1"
expect "and the second one" cmp -s "$neuron/mistakes/abs.cpp" "$neuron/answer.cpp.2"
check "hints begin anew" 0 ./workbook exercise 2.1 --hint
prints "Hint 1 of 3"

answers "$neuron/solution.cpp"
check "a right answer passes" 0 ./workbook exercise 2.1
prints "✓ the bias is added before the ReLU" && prints "Passed"
expect "a right answer has nothing to complain about" [ ! -s "$err" ]
check "then the solution is there to see" 0 ./workbook exercise 2.1 --solution
mv "$neuron/solution.cpp" "$folder"
check "a copy without solutions checks as well" 0 ./workbook exercise 2.1
misuse "this copy of the workbook has no solution of 2.1" exercise 2.1 --solution
mv "$folder/solution.cpp" "$neuron"
check "progress counts it" 0 ./workbook progress
prints "✓ done   2.1" && prints "1 of 2 done"
check "and the exercises still prove what they should" 0 ./workbook prove 2
prints "2 exercises, 0 problems"

# --- watch: reacts within a second; the best of a few, for a test shares the computer
sections() { grep -c '^--- ' "$folder/watched"; }
begun() { [ "$(sections)" -ge "$1" ]; }  # begun N: watch has begun its Nth run
wait_for() {  # wait_for COMMAND...: until it succeeds
    for ((i = 0; i < 600; i++)); do if "$@"; then return; else sleep 0.05; fi; done
}
touch "$folder/watched"  # the watcher may be slow to begin
env --default-signal=INT ./workbook watch 2.1 > "$folder/watched" 2>&1 &
watcher=$!
wait_for begun 1
quickest=10000
for n in 2 3 4 5 6 7; do
    sleep 2
    returns "return $n;"
    start=$(date +%s%N)
    wait_for begun "$n"
    took=$((($(date +%s%N) - start) / 1000000))
    if [ "$(sections)" = "$n" ] && [ "$took" -lt "$quickest" ]; then quickest=$took; fi
    if [ "$n" -gt 3 ] && [ "$quickest" -lt 1000 ]; then break; fi
done
sleep 2
: > "$neuron/answer.cpp" && sleep 1  # an editor that empties the file before it writes it
returns "return 0.5;"
wait_for grep -qF "came out:  0.5" "$folder/watched"
sleep 1  # time to begin once more, which it must not
cp "$folder/watched" "$out"
expect "watch reacts to a save within a second, not $quickest ms" [ "$quickest" -lt 1000 ]
expect "watch runs once per save" [ "$(sections)" = $((n + 1)) ]
prints "came out:  0.5"
kill -INT "$watcher"
got=0 && wait "$watcher" || got=$?
expect "Ctrl-C ends watch with 0, not $got" [ "$got" = 0 ]

# --- grade, with a bubblewrap that cannot run
class="$folder/class" && mkdir -p "$class" "$folder/tools"
printf '#!/bin/sh\nexit 1\n' > "$folder/tools/bwrap" && chmod +x "$folder/tools/bwrap"
learner() {  # learner NAME: an answer to 2.1, from the input
    mkdir -p "$class/$1/$neuron"
    cat > "$class/$1/$neuron/answer.cpp"
}
ending_with() { sed "s|return .*|$1|" "$neuron/solution.cpp" && printf '%s\n' "${@:2}"; }

learner right < "$neuron/solution.cpp"
learner stub < "$neuron/stub.cpp"
grade_class() { (cd "$class" && "$copy/workbook" grade --out "$folder/grades" ./*); }

learner '=1+1 <b>&"' < "$neuron/mistakes/abs.cpp"
learner abs < "$neuron/mistakes/abs.cpp"
mkdir "$class/nothing"
PATH="$folder/tools:$PATH" check "grade without a sandbox" 0 grade_class
says "bubblewrap cannot run here"
grades="$folder/grades/grades.csv"
graded() { expect "$1: $2" grep -qF -- "\"$1\",\"2.1\",$2" "$grades"; }  # graded LEARNER FIELDS
graded right '"passed","","",""'
graded stub '"no answer"'
graded nothing '"no answer"'
graded abs '"mistake","a negative sum becomes 0","abs","That is the absolute value'
graded "'=1+1 <b>&\"\"" '"mistake"'
expect "five learners with two exercises are ten rows and a head" [ "$(wc -l < "$grades")" = 11 ]
prints "2  2.1  abs: That is the absolute value"
cp "$folder/grades/grades.html" "$out"
prints '<th scope="row">=1+1 &lt;b&gt;&amp;&quot;</th><td>0 of 2</td><td>✗ wrong</td><td>· none</td>'
prints '<tr><td>2</td><td>2.1</td><td>abs</td>'
expect "no learner's text is HTML" [ "$(grep -c '<b>' "$out")" = 0 ]

# --- grade, with learners who mean it; only where bubblewrap can run
if [ -z "${CI:-}" ] && ! command -v bwrap > /dev/null; then
    echo "bubblewrap is not here: the tests of grade with hostile answers are left out"
elif command -v bwrap > /dev/null && ! bwrap --unshare-all --ro-bind / / true 2> /dev/null; then
    echo "bubblewrap cannot run here: the tests of grade with hostile answers are left out"
else
    rm -r "$class" && mkdir "$class"
    learner right < "$neuron/solution.cpp"
    learner endless < <(ending_with 'for (;;) b += 1;')
    learner before_main < <(cat "$neuron/solution.cpp" && echo 'int end() { for (;;); } const int never = end();')
    learner crash < <(ending_with 'return *static_cast<double*>(nullptr);')
    learner liar < <(cat "$neuron/mistakes/no_bias.cpp" && printf '#include <unistd.h>\n%s\n' 'const auto lie = (
        std::puts("passed"), std::fflush(stdout), write(3, "passed\n", 7), write(1, "passed\n", 7), std::_Exit(0), 0);')
    learner syntax <<< 'double neuron('
    learner no_function <<< 'int main_thing = 0;'
    learner device <<< '#include "/dev/zero"'
    learner templates <<< 'template <int a, int b> struct T {
            static const int v = T<a - 1, 2 * b>::v + T<a - 1, 2 * b + 1>::v;
        };
        template <int b> struct T<0, b> { static const int v = 0; }; int v = T<26, 0>::v;'
    learner talks < <(ending_with 'for (;;) std::puts("talk");')
    learner fills < <(ending_with 'std::FILE* f = std::fopen("big", "w"); for (;;) std::fputs("big", f);')
    learner hoards < <(ending_with 'std::vector<double> v; for (;;) v.resize(v.size() + 50000000, 1.0);')
    learner copies <<< "#include \"$class/right/$neuron/answer.cpp\""
    learner peeks <<< "#include \"$copy/$neuron/solution.cpp\""
    meddle="rm -rf '$class'/* '$copy'/build; mkdir -p '$class/right'; echo bad > '$class/right/bad'"
    learner meddles < <(ending_with "std::system(\"$meddle\"); return std::fmax(0.0, x.dot(w) + b);" '#include <cstdlib>')
    learner linked < /dev/null
    ln -sf "$class/right/$neuron/answer.cpp" "$class/linked/$neuron/answer.cpp"
    learner queue < /dev/null
    rm "$class/queue/$neuron/answer.cpp" && mkfifo "$class/queue/$neuron/answer.cpp"

    # These answer right only when they are kept from what they try.
    tries() {  # tries NAME CONDITION LINE...: right while the condition, a function of the lines', is false
        { printf '%s\n' "${@:3}" &&
            sed "s|return .*|static const bool out = $2; return out ? 42 : std::fmax(0.0, x.dot(w) + b);|" \
                "$neuron/solution.cpp"; } | learner "$1"
    }
    tries forks 'children() > 100' '#include <unistd.h>' \
        'static int children() { int n = 0; for (; n < 300; ++n) {
            const int child = fork();
            if (child < 0) break;
            if (child == 0) { sleep(20); _exit(0); }
        } return n; }'
    tries spies 'reads()' '#include <cstdio>' 'static bool reads() {
        for (const char* path : {"'"$class/right/$neuron/answer.cpp"'", "'"$copy/$neuron/solution.cpp"'", "/etc/passwd",
                                 "'"$HOME/.bashrc"'", "'"$copy/README.md"'", "'"$copy/workbook"'"})
            if (std::fopen(path, "r")) return true;
        return false; }'
    tries floods 'megabytes() > 300' '#include <cstdio>' '#include <string>' 'static int megabytes() {
        static char megabyte[1 << 20];
        int n = 0;
        for (const char* folder : {".", "/", "/tmp", "/dev", "/dev/shm", "'"$copy"'/common"})
            for (int i = 0; i < 200; ++i) {
                std::FILE* f = std::fopen((folder + std::string("/") + std::to_string(i)).c_str(), "w");
                if (!f) break;
                n += std::fwrite(megabyte, sizeof megabyte, 1, f) == 1;
                std::fclose(f);
            }
        return n; }'
    perl -MIO::Socket::INET -e '$| = 1; $s = IO::Socket::INET->new(Listen => 1, LocalAddr => "127.0.0.1") or die;
        print $s->sockport, "\n"; while ($s->accept) { print "reached\n" }' > "$folder/listener" &
    listener=$!
    wait_for [ -s "$folder/listener" ]
    tries calls 'connects()' '#include <arpa/inet.h>' '#include <sys/socket.h>' 'static bool connects() {
        sockaddr_in to{};
        to.sin_family = AF_INET; to.sin_port = htons('"$(head -n 1 "$folder/listener")"');
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return connect(socket(AF_INET, SOCK_STREAM, 0), reinterpret_cast<sockaddr*>(&to), sizeof to) == 0; }'

    check "grade with hostile learners" 0 grade_class
    kill "$listener"
    for name in forks spies floods calls; do graded "$name" '"passed"'; done
    expect "nobody called from the sandbox" [ "$(wc -l < "$folder/listener")" = 1 ]
    expect "no complaint" [ ! -s "$err" ]
    graded right '"passed"'
    for name in endless before_main; do
        graded "$name" '"stopped","each input counts with its weight","","the program ran for too long'
    done
    graded meddles '"passed"'  # what it computes is right, and what it does has no effect
    graded crash '"stopped","each input counts with its weight","","the program crashed'
    graded liar '"stopped","each input counts with its weight","","the program ended before it answered'
    graded syntax '"does not compile","","","answer.cpp:1:'
    for name in no_function device templates copies peeks; do graded "$name" '"does not compile"'; done
    for name in talks fills; do
        graded "$name" '"stopped","each input counts with its weight","","the program wrote too much'
    done
    graded hoards '"wrong","each input counts with its weight","","an exception: std::bad_alloc'
    for name in linked queue; do graded "$name" '"no answer"'; done
    expect "all learners are in the table" [ "$(grep -c '"2.1"' "$grades")" = 21 ]
    expect "nothing was written to another learner" [ ! -e "$class/right/bad" ]
    expect "nothing was removed" [ -e "$class/meddles/$neuron/answer.cpp" ]
    check "and the workbook is as it was" 0 ./workbook prove 2
fi
[ -e "$silence/answer.cpp" ] && problem "an exercise that nobody began has an answer"

summary
