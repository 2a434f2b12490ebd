# ./workbook grade: checks the answers of many learners. Sourced by the command ./workbook.
# shellcheck shell=bash disable=SC2154
# shellcheck source=tests/exercises/build.sh
source "$root/tests/exercises/build.sh"

# A learner's code is compiled and run in a sandbox (bubblewrap) that has no network, sees of this computer only the
# compiler and what an answer may include, and can write only to some memory, which lives as long as one run; the
# compiler also to a folder of its own. From there come the rows that the test wrote, through a file that is already
# open, and nothing else; the judge runs outside. Where bubblewrap cannot run, limits on time and memory remain.

sandbox=() entry=()  # bwrap and its arguments; what it runs first
nobody=65534         # the user who has no files

# make_sandbox: sets sandbox and entry, for sandboxed; empty where bubblewrap cannot run
make_sandbox() {
    local folder sees
    sees=(--die-with-parent --new-session --clearenv --setenv PATH /usr/bin:/bin --setenv LC_ALL C.UTF-8
        --proc /proc --dev /dev --perms 1777 --size 100000000 --tmpfs /tmp --ro-bind /usr /usr
        --dir /etc --ro-bind-try /etc/alternatives /etc/alternatives --ro-bind-try /etc/ld.so.cache /etc/ld.so.cache)
    for folder in /bin /lib /lib64; do
        if [ -L "$folder" ]; then
            sees+=(--symlink "$(readlink "$folder")" "$folder")
        elif [ -d "$folder" ]; then
            sees+=(--ro-bind "$folder" "$folder")
        fi
    done
    # bwrap would make the folders above closed to all others; --dir makes them open.
    for folder in "${prefixes[@]}" "$tools" "$root/common"; do
        if [ -d "$folder" ]; then sees+=(--dir "$folder" --ro-bind "$folder" "$folder"); fi
    done

    # No limit on the number of processes holds for root, in no user name space: then another user runs the code.
    sandbox=(bwrap --unshare-ipc --unshare-pid --unshare-net --unshare-uts --unshare-cgroup-try
        --cap-add CAP_SETUID --cap-add CAP_SETGID "${sees[@]}")
    entry=(setpriv --reuid "$nobody" --regid "$nobody" --clear-groups)
    if [ "$(id -u)" != 0 ] ||
        ! "${sandbox[@]}" "${entry[@]}" cat "$tools/check.hpp" "$root/common/nn/linear.hpp" > /dev/null 2>&1 ||
        ! "${sandbox[@]}" "${entry[@]}" "${compiler[0]}" --version > /dev/null 2>&1; then
        sandbox=(bwrap --unshare-all "${sees[@]}") entry=()
    fi
    if ! "${sandbox[@]}" true 2> /dev/null; then sandbox=() && return; fi
    "${sandbox[@]}" "${compiler[0]}" --version > /dev/null 2>&1 ||
        fail "the compiler ${compiler[0]} is outside /usr, where the sandbox does not see it: name another in CXX"
}

# sandboxed ACCESS FOLDER SECONDS KIBIBYTES COMMAND...: a command with limits, which sees FOLDER and TEST, too. ACCESS is
# bind when it works in FOLDER and may write there, ro-bind when it works elsewhere.
sandboxed() {
    local access=$1 folder=$2 seconds=$3 size=$4 works_in=/tmp
    shift 4
    if [ ${#sandbox[@]} = 0 ]; then
        (cd "$folder" && limited "$seconds" "$size" env -i PATH="$PATH" LC_ALL=C.UTF-8 "$@")
        return
    fi
    if [ "$access" = bind ]; then
        works_in=$folder
        if [ ${#entry[@]} != 0 ]; then chown "$nobody" "$folder"; fi
    fi
    # The number of processes is limited inside: outside it would count the teacher's own. Once all is in its place,
    # nothing can be written to the folders that hold it.
    # shellcheck disable=SC2016
    limited "$seconds" "$size" "${sandbox[@]}" --dir "${test%/*}" --ro-bind "$test" "$test" \
        --dir "$folder" "--$access" "$folder" "$folder" \
        --remount-ro /dev --remount-ro / --chdir "$works_in" \
        "${entry[@]}" bash -c 'ulimit -u 64; exec "$@"' bash "$@"
}

# answer_of LEARNER EXERCISE: the path of the answer, when it is a file of this learner's and not a link to elsewhere
answer_of() {
    local top path
    top=$(realpath "$1")
    for path in "$top/$2/answer.cpp" "$top/${2#chapters/}/answer.cpp"; do
        if [ -f "$path" ] && [ "$(realpath "$path")" = "$path" ]; then printf '%s\n' "$path" && return; fi
    done
    return 1
}

# grade_answer LEARNER EXERCISE FOLDER: prints the result, the check that failed, the mistake, and a note, with tabs
# between. FOLDER is empty, and for this check only.
grade_answer() {
    local exercise=$2 out test work=$3 answer status=0 note
    out="$root/build/exercises/$(number "$exercise")" && test="$out/test.o"
    if ! answer=$(answer_of "$1" "$exercise") || cmp -s "$answer" "$exercise/stub.cpp"; then
        printf 'no answer\t\t\t\n' && return
    fi
    if [ "$(wc -c < "$answer")" -gt 100000 ]; then printf 'refused\t\t\tlarger than 100 kB\n' && return; fi

    mkdir "$work/own"
    cp "$answer" "$work/own/answer.cpp"
    sandboxed bind "$work/own" 20 50000 "${compiler[@]}" "${linking[@]}" -w -fmax-errors=1 -include "$tools/check.hpp" \
        answer.cpp "$test" -o answer > "$work/compiler" || status=$?
    case $status in
        0) ;;
        124 | 137 | 152) printf 'does not compile\t\t\tthe compiler needed too much time\n' && return ;;
        *)
            note=$(grep -m 1 -a -e 'error: ' -e 'undefined reference' "$work/compiler" | plain | tr '\t\n' ' ')
            note=${note//"$root/"/}
            printf 'does not compile\t\t\t%s\n' "${note:-the compiler gave up: out of memory?}" && return
            ;;
    esac

    sandboxed ro-bind "$work/own" 5 2000 "$work/own/answer" 3> "$work/answer.rows" > "$work/printed" || status=$?
    ending "$status" > "$work/answer.ending"
    cp "$out"/{stub,mistake_*}.rows "$work"
    judge "$exercise" "$work" answer --row | plain
}

# plain: the start of its input as text that no terminal takes for a command; tabs and ends of line stay
plain() { head -c 1000 | tr '\000-\010\013-\037\177' ' ' | { iconv -c -f UTF-8 -t UTF-8 2> /dev/null || true; }; }

# grade_learner LEARNER NAME FILE: a line for each exercise into FILE
grade_learner() {
    local exercise work
    for exercise in "${all[@]}"; do
        work=$(mktemp -d)
        printf '%s\t%s\t%s\n' "$2" "$(number "$exercise")" "$(grade_answer "$1" "$exercise" "$work")" >> "$3"
        rm -rf "$work"
    done
}

# The reports are made of lines "learner, exercise, result, check, mistake, note", with tabs between.

as_table() {
    awk -F '\t' '
        BEGIN { mark["passed"] = "✓"; mark["no answer"] = "·"; mark["mistake"] = mark["wrong"] = "✗" }
        !($1 in row) { row[$1] = ""; order[++learners] = $1; if (length($1) > width) width = length($1) }
        !($2 in column) { column[$2]; head = head sprintf("%-4s", $2); exercises++ }
        { row[$1] = row[$1] ($3 in mark ? mark[$3] : "!") "   "; passed[$1] += $3 == "passed" }
        $3 == "mistake" { count[$2 "  " $5]++; says[$2 "  " $5] = $6 }
        END {
            printf "%-" width "s  %spassed\n", "", head
            for (i = 1; i <= learners; i++)
                printf "%-" width "s  %s%d of %d\n", order[i], row[order[i]], passed[order[i]], exercises
            print "\n✓ passed   ✗ wrong   ! does not compile, crashes or does not end   · no answer"
            for (m in count) lines = lines sprintf("%4d  %s: %s\n", count[m], m, says[m])
            if (lines != "") { print "\nMistakes, and how many made them"; printf "%s", lines | "sort -rn" }
        }' "$1"
}

# A spreadsheet takes what begins with = + - @ for a formula: such a field gets an apostrophe in front.
as_csv() {
    printf 'learner,exercise,result,check,mistake,note\n'
    awk -F '\t' '{
        for (i = 1; i <= 6; i++) {
            gsub(/"/, "\"\"", $i)
            printf "\"%s%s\"%s", ($i ~ /^[ ]*[-=+@]/ ? "\047" : ""), $i, (i < 6 ? "," : "\n")
        }
    }' "$1"
}

as_html() {
    cat <<'HTML'
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Grades</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { border: 1px solid; padding: .3rem .6rem; text-align: left; vertical-align: top; }
thead th { border-bottom-width: 3px; }
</style>
</head>
<body>
<h1>Grades</h1>
HTML
    awk -F '\t' '
        function escaped(text) {
            gsub(/&/, "\\&amp;", text); gsub(/</, "\\&lt;", text); gsub(/>/, "\\&gt;", text)
            gsub(/"/, "\\&quot;", text)
            return text
        }
        BEGIN { mark["passed"] = "✓ passed"; mark["no answer"] = "· none"; mark["mistake"] = mark["wrong"] = "✗ wrong"; sorted = "sort -t \">\" -k 3 -rn" }
        !($1 in row) { row[$1] = ""; order[++learners] = $1 }
        !($2 in column) { column[$2]; head = head "<th scope=\"col\">" $2 "</th>"; exercises++ }
        {
            row[$1] = row[$1] "<td>" ($3 in mark ? mark[$3] : "! " $3) "</td>"
            passed[$1] += $3 == "passed"
            if ($3 != "passed" && $3 != "no answer")
                details = details "<tr><th scope=\"row\">" escaped($1) "</th><td>" $2 "</td><td>" $3 "</td><td>" \
                    escaped($4) "</td><td>" escaped($5) "</td><td>" escaped($6) "</td></tr>\n"
        }
        $3 == "mistake" { count[$2 FS $5]++; says[$2 FS $5] = $6 }
        END {
            print "<div class=\"wide\"><table>\n<caption>Who passed what</caption>"
            print "<thead><tr><th scope=\"col\">Learner</th><th scope=\"col\">Passed</th>" head "</tr></thead>\n<tbody>"
            for (i = 1; i <= learners; i++)
                print "<tr><th scope=\"row\">" escaped(order[i]) "</th><td>" passed[order[i]] " of " exercises "</td>" \
                    row[order[i]] "</tr>"
            print "</tbody></table></div>"
            print "<div class=\"wide\"><table>\n<caption>Mistakes, the most common first</caption>"
            print "<thead><tr><th scope=\"col\">Learners</th><th scope=\"col\">Exercise</th>" \
                "<th scope=\"col\">Mistake</th><th scope=\"col\">What to say</th></tr></thead>\n<tbody>"
            fflush()
            for (m in count) {
                split(m, part, FS)
                printf "<tr><td>%d</td><td>%s</td><td>%s</td><td>%s</td></tr>\n", count[m], part[1], part[2],
                    escaped(says[m]) | sorted
            }
            close(sorted)
            print "</tbody></table></div>"
            print "<div class=\"wide\"><table>\n<caption>Everything that did not pass</caption>"
            print "<thead><tr><th scope=\"col\">Learner</th><th scope=\"col\">Exercise</th><th scope=\"col\">Result</th>" \
                "<th scope=\"col\">Check</th><th scope=\"col\">Mistake</th><th scope=\"col\">Note</th></tr></thead>"
            print "<tbody>\n" details "</tbody></table></div>\n</body>\n</html>"
        }' "$1"
}

grade() {
    local learners=() names=() to=$called_from all=() exercise name results n
    cd "$called_from" || exit
    while [ $# -gt 0 ]; do
        case $1 in
            --out)
                [ $# -gt 1 ] || fail "--out needs a folder, for grades.csv and grades.html"
                mkdir -p "$2" 2> /dev/null || fail "cannot make the folder $2"
                to=$(cd "$2" && pwd)
                shift
                ;;
            -*) fail "grade takes folders and --out FOLDER, not '$1'" ;;
            *)
                [ -d "$1" ] || fail "$1 is not a folder; grade takes a folder for each learner, with chapters/ inside"
                learners+=("$(realpath "$1")")
                name=${1%/}
                names+=("$(printf '%s' "${name#./}" | tr '\t\n' ' ' | plain)")
                ;;
        esac
        shift
    done
    [ ${#learners[@]} -gt 0 ] || fail "grade takes a folder for each learner: ./workbook grade class/*"
    [ -w "$to" ] || fail "cannot write grades.csv and grades.html to $to: name another folder with --out"
    cd "$root" || exit

    set_up need_for_grade
    make_tools
    make_sandbox
    [ ${#sandbox[@]} -gt 0 ] || say "bubblewrap cannot run here: learners' programs get limits on time and memory, but" \
        "they can read and write what you can; grade only code that you trust, or grade elsewhere"
    mapfile -t all < <(exercises)
    for exercise in "${all[@]}"; do  # everything that the learners' checks share is made first
        prepare "$exercise" "$root/build/exercises/$(number "$exercise")"
        judge "$exercise" "$root/build/exercises/$(number "$exercise")" stub > /dev/null || true
    done

    results=$(mktemp -d)
    for n in "${!learners[@]}"; do
        while [ "$(jobs -rp | wc -l)" -ge "$(nproc 2> /dev/null || echo 2)" ]; do wait -n || true; done
        grade_learner "${learners[n]}" "${names[n]}" "$results/$n" &
    done
    wait
    for n in "${!learners[@]}"; do cat "$results/$n"; done > "$results/all"
    as_table "$results/all"
    as_csv "$results/all" > "$to/grades.csv"
    as_html "$results/all" > "$to/grades.html"
    rm -rf "$results"
    printf '\nWritten: %s and %s\n' "$to/grades.csv" "$to/grades.html"
}
