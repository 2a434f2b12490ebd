#!/usr/bin/env python3
"""Do the tests notice? Plants small defects in common/nn, common/numpy and the chapter programs, one at a time, builds
what should notice with that one defect in it, and runs it. ./workbook mutants --help tells the options.

What should notice: for a chapter's program, the comparison of its output with expected.txt; for a header, those unit
tests in the folder of the same name that include it, directly or not, as in the build `dev`, then as in `asan`; for
fast.cpp, all unit tests of the layers, as in `dev`, then with all instructions of this processor as in `release`, and
both once more as in `asan`. The first that notices ends the trial.

A mutant is killed when a test fails, crashes or takes too long. One that no test notices has survived and is a hole in
the tests, unless equivalent.txt says why it changes nothing; --equivalent tries those, too, for one that a test notices
is not equivalent. A mutant that the compiler refuses is not counted. The exit status is 1 when a mutant survives, when
one is wrongly called equivalent, or when equivalent.txt speaks of a change that is not made any more (a sample does not
look).
"""
import argparse
import collections
import concurrent.futures
import datetime
import functools
import os
import pathlib
import queue
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading

root = pathlib.Path(__file__).resolve().parents[2]
work = root / "build" / "mutants"
record = root / "build" / "mutants.log"

Mutant = collections.namedtuple("Mutant", "file line old new kind text")  # text: the whole mutated file

# --- what is planted -------------------------------------------------------------------------------------------------

token = re.compile(
    r"""(?P<skip>//[^\n]*|/\*.*?\*/|^\s*\#[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|static_assert\([^\n]*)
      |(?P<number>0x[0-9a-fA-F.']+(?:p[+-]?\d+)?|\d[\d']*(?:\.\d*)?(?:e[+-]?\d+)?)[uUlLfF]*
      |(?P<name>[A-Za-z_]\w*)
      |(?P<operator><<=|>>=|<=>|->|::|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|[-+*/%&|^<>!])""",
    re.VERBOSE | re.DOTALL | re.MULTILINE)

exchanged = {"+": "-", "-": "+", "*": "/", "/": "*", "%": "/", "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=",
             "!=": "==", "&&": "||", "||": "&&", "<<": ">>", ">>": "<<", "&": "|", "|": "&", "^": "&", "+=": "-=",
             "-=": "+=", "*=": "/=", "/=": "*=", "|=": "&=", "&=": "|=", "^=": "&="}


def other_number(text):
    """A number just beside this one: an integer is one more, any other differs in the last digit that a double has."""
    plain = text.replace("'", "")
    if plain.isdigit():
        return str(int(plain) + 1)
    hexadecimal = text.startswith("0x")
    value = (lambda s: int(s, 16) if "p" not in s else float.fromhex(s)) if hexadecimal else float
    head, mark, power = text.partition("p" if hexadecimal else "e")
    digits = "0123456789abcdef" if hexadecimal else "0123456789"
    for at in reversed([i for i, c in enumerate(head) if c.lower() in digits]):
        digit = digits[(digits.index(head[at].lower()) + 1) % len(digits)]
        changed = head[:at] + digit + head[at + 1:] + mark + power
        if value(changed.replace("'", "")) != value(plain):
            return changed


def changes(source):
    """(start, end, replacement, kind) of every change of one file's text."""
    for m in token.finditer(source):
        start, end = m.span()
        before, after = source[start - 1:start], source[end:end + 1]
        if m["number"]:
            yield start, start + len(m["number"]), other_number(m["number"]), "constant"
        elif m["operator"]:
            operator = m["operator"]
            spaced = before in " \n" and after in " \n"  # so a template's < and a reference's & are left alone
            if operator == "-" and not spaced:
                if before in " ([{" and (after.isalnum() or after in "(."):
                    yield start, end, "", "sign"
            elif operator == "!":
                yield start, end, "", "condition"
            elif spaced and operator in exchanged:
                kind = "comparison" if operator in ("<", "<=", ">", ">=", "==", "!=") else "operator"
                yield start, end, exchanged[operator], kind
        elif m["name"]:
            name = m["name"]
            if name in ("if", "while") and after == " " and source[end + 1:end + 2] == "(":
                close = matching(source, end + 1)
                for value in ("true", "false"):
                    yield end + 2, close, value, "condition"
            elif name in ("true", "false"):
                yield start, end, "false" if name == "true" else "true", "constant"
            elif re.fullmatch(r"[A-Z]\d?|weights", name) and (source[end:end + 3] == " * " or
                                                              source[start - 3:start] == " * " and after != "("):
                yield start, end, name + ".transpose()", "transposed"
            elif name == "transpose" and before == "." and source[end:end + 2] == "()":
                yield start - 1, end + 2, "", "transposed"
            elif after == "(":
                swapped = re.compile(r"\(([\w.\-]+), ([\w.\-]+)\)").match(source, end)
                if swapped and swapped[1] != swapped[2]:
                    yield end, swapped.end(), f"({swapped[2]}, {swapped[1]})", "swapped"
    for m in re.finditer(r"(?<![\w.)] )\b([\w.]+|\([^()]*\)) ([-*/]) ([\w.]+)\b(?![(.\[])", source):
        if m[2] != "*" or re.match("[A-Z]", m[1] + m[3]):
            yield *m.span(), f"{m[3]} {m[2]} {m[1]}", "swapped"
    declaration = (r"(?:const|constexpr|inline|static|using|namespace|return|throw|double|int|bool|auto|explicit|struct|"
                   r"public|private|std::\w+<?.*> \w+|std::\w+ \w+|\w+(?:<.*>)? \w+[;({=,]|\w+(?:<.*>)? \w+ =|template|"
                   r"__extension__|friend|case)\b")
    for m in re.finditer(r"^( +)(\S[^\n]*;)(?:  //[^\n]*)?$", source, re.MULTILINE):
        whole = m[2].count("(") == m[2].count(")") and not in_comment(source, m.start(2))
        if whole and not re.match(declaration, m[2]):
            yield m.start(2), m.end(2), ";", "removed"
    for m in re.finditer(r"^ +(throw [^;]*;)", source, re.MULTILINE):
        yield m.start(1), m.end(1), ";", "removed"


def matching(source, at):
    """Where the parenthesis that opens at `at` is closed."""
    depth = 0
    for i in range(at, len(source)):
        depth += (source[i] == "(") - (source[i] == ")")
        if depth == 0:
            return i
    return at


def in_comment(source, at):
    line = source[source.rfind("\n", 0, at) + 1:at]
    return line.lstrip().startswith("//")


def mutants_of(file):
    source = (root / file).read_text()
    skipped = [m.span() for m in token.finditer(source) if m["skip"]]
    data = [m.span() for m in re.finditer(r"= \{\{?\n?[^;]{2000,}?\};", source)]  # long tables
    seen, entries = {source}, 0
    for start, end, replacement, kind in changes(source):
        if any(a < end and start < b for a, b in skipped):
            continue
        if any(a <= start < b for a, b in data):  # one entry of a long table in thirty-two
            entries += 1
            if entries % 32 != 1:
                continue
        text = source[:start] + replacement + source[end:]
        if text in seen:
            continue
        seen.add(text)
        first = source.count("\n", 0, start)
        last = source.count("\n", 0, max(end - 1, start))
        old = " ".join(s.strip() for s in source.split("\n")[first:last + 1])
        added = replacement.count("\n")
        new = " ".join(s.strip() for s in text.split("\n")[first:last + 1 - source.count("\n", start, end) + added])
        yield Mutant(file, first + 1, old, new, kind, text)


def thinned(mutants, most):
    """At most so many mutants of a line: of as many kinds as possible, otherwise any, but always the same."""
    lines = collections.defaultdict(list)
    for m in mutants:
        lines[m.file, m.line].append(m)
    kept = set()
    for line in lines.values():
        random.Random(line[0].old).shuffle(line)
        earlier = collections.Counter()
        rank = {}
        for m in line:
            rank[m] = earlier[m.kind]
            earlier[m.kind] += 1
        kept.update(sorted(line, key=rank.get)[:most])
    return [m for m in mutants if m in kept]


# --- what is known to change nothing ---------------------------------------------------------------------------------


class Equivalent:
    """equivalent.txt: a file's name, then blocks of "- old", "+ new", "because ...", where `...` stands for anything. A
    block may have several old and new lines; its reason is that of all of them."""

    def __init__(self):
        self.entries, self.used = [], set()
        file, old, pairs = "", "", []
        for line in (root / "tests/mutation/equivalent.txt").read_text().splitlines():
            if line.startswith("- "):
                old = line[2:]
            elif line.startswith("+ "):
                pairs.append((file, old, line[2:]))
            elif line.startswith("because "):
                self.entries += [(*pair, line) for pair in pairs]
                pairs = []
            elif line and not line.startswith(("#", " ")):
                file = line

    def reason(self, mutant):
        for entry in self.entries:
            file, old, new, because = entry
            if mutant.file == file and self.like(old, mutant.old) and self.like(new, mutant.new):
                self.used.add(entry)
                return because
        return None

    @staticmethod
    def like(pattern, line):
        return re.fullmatch(".*".join(map(re.escape, pattern.split("..."))), line)

    def stale(self, files):
        return [entry for entry in self.entries if entry[0] in files and entry not in self.used]


# --- who should notice -----------------------------------------------------------------------------------------------

compiler = os.environ.get("CXX", "c++").split()
prefixes = [pathlib.Path(p) for p in (os.environ.get("CMAKE_PREFIX_PATH"), "/usr", "/usr/local", "/opt/homebrew") if p]


def prefix_of(header):
    return next((p for p in prefixes if (p / header).exists()), None)


eigen = prefix_of("include/eigen3/Eigen/Core") or sys.exit("mutants: Eigen is not installed")
includes = ["-isystem", str(eigen / "include/eigen3"), "-I", str(root / "common"), "-I", str(root / "tests")]
exact = ["-std=c++20", "-ffp-contract=off", "-fno-math-errno"]
fused = ["-std=c++20", "-ffp-contract=fast", "-fno-math-errno", "-DNN_FAST"]


def compiler_has(flag):
    with tempfile.TemporaryDirectory() as folder:
        return subprocess.run([*compiler, flag, "-x", "c++", "-", "-o", f"{folder}/empty"], input="int main() {}",
                              text=True, stderr=subprocess.DEVNULL).returncode == 0


openmp = ["-fopenmp"] if compiler_has("-fopenmp") else []  # as in CMakeLists.txt
fused += openmp
# As in the preset asan.
sanitized = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-D_GLIBCXX_ASSERTIONS"]

# What does not change is compiled once: for tests and for fast.cpp the headers of others, for programs common/, too.
precompiled = {
    "test": '#include "catch.hpp"\n#include "../common/compiled_eigen.hpp"\n#include <charconv>\n'
            "#include <fstream>\n#include <functional>\n#include <random>\n#include <sstream>\n",
    "fast": "#include <Eigen/Core>\n#include <algorithm>\n#include <array>\n#include <bit>\n#include <functional>\n"
            "#include <memory>\n#include <thread>\n#include <vector>\n",
    "program": '#include "compiled.hpp"\n#include "nn/mlp.hpp"\n#include "nn/softmax.hpp"\n#include "numpy/print.hpp"\n'
               "#include <Eigen/LU>\n#include <random>\n#include <set>\n",
}
catch_main = """
#if __has_include(<catch2/catch_session.hpp>)
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif
int main(int count, char** arguments) { return Catch::Session().run(count, arguments); }
"""
catch_library = ["-lCatch2"] if prefix_of("include/catch2/catch_session.hpp") else []  # 2.13 has no library


class Refused(Exception):
    """The compiler or the linker does not take it."""


def run(command, cpu_seconds, sanitizer=False):
    """(ended with 0, what it printed, seconds of the processor). The limits: what takes too much time, which other work
    on the machine does not change, or too much memory has failed."""
    def limits():
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if not sanitizer:  # which reserves terabytes
            resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))

    environment = os.environ | {"ASAN_OPTIONS": "hard_rss_limit_mb=4000", "OMP_WAIT_POLICY": "passive"}
    process = subprocess.Popen([*map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                               errors="replace", start_new_session=True, preexec_fn=limits, env=environment)
    timer = threading.Timer(30 * cpu_seconds, lambda: os.killpg(process.pid, 9))  # it waits for what never comes
    timer.daemon = True
    timer.start()
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    timer.cancel()
    return process.returncode == 0, out, usage.ru_utime + usage.ru_stime


def compile(source, target, flags):
    good, out, _ = run([*compiler, *flags, "-c", source, "-o", target], 120)
    if not good:
        raise Refused(out)
    return target


def link(objects, target, flags=()):
    linker = ["-fuse-ld=mold"] if shutil.which("mold") else []
    good, out, _ = run([*compiler, *linker, *flags, *objects, *catch_library, *openmp, "-o", target], 120)
    if not good:
        raise Refused(out)
    return target


def once(function):
    """Each argument's result is made once, however many threads ask for it."""
    results, locks, lock = {}, {}, threading.Lock()

    @functools.wraps(function)
    def made(*arguments):
        with lock:
            mine = locks.setdefault(arguments, threading.Lock())
        with mine:
            if arguments not in results:
                results[arguments] = function(*arguments)
            return results[arguments]
    return made


def name_of(*parts):
    return re.sub(r"[^\w.]+", "_", "-".join(map(str, parts)))


@once
def header(kind, flags):
    """The flags that begin a source with the precompiled headers of its kind."""
    file = work / name_of(kind, *flags) / "all.hpp"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(precompiled[kind])
    good, out, _ = run([*compiler, *flags, *includes, "-x", "c++-header", file, "-o", f"{file}.gch"], 120)
    if not good:
        raise Refused(out)
    return ["-include", str(file)]


@once
def kept(source, flags):
    """The object of a source without a defect."""
    return compile(source, work / (name_of(source, *flags) + ".o"), [*flags, *includes])


@once
def kept_test(source, flags):
    return compile(root / source, work / (name_of(source, *flags) + ".o"), [*test_flags(source), *flags, *includes])


def main_object():
    file = work / "catch_main.cpp"
    if not file.exists():
        file.write_text(catch_main)
    return kept(str(file), ("-std=c++20", "-O1"))


def test_flags(source, *flags):
    defines = [f'-DFOLDER="{root}/tests"'] + (["-DNN_FAST"] if "headers_test" not in source else [])
    return [*exact, "-O1", *flags, *header("test", (*exact, "-O1", *flags)), *defines]


def library(flags=("-O1",)):
    return [kept(str(root / "common/nn/fast.cpp"), (*fused, *flags)),
            kept(str(root / "common/compiled_eigen.cpp"), (*exact, "-O1"))]


class Unit:
    """A unit test of common/, built anew with the mutated header and some flags."""

    def __init__(self, source, *flags):
        self.name, self.source, self.flags = " ".join((source, *flags)), source, flags

    def build(self, place):
        # The place comes first, so that its header is taken instead of that in common/.
        test = compile(root / self.source, place / "test.o", ["-I", str(place / "common"), *includes,
                                                              *test_flags(self.source, *self.flags)])
        fast = library() if "headers_test" not in self.source else library()[1:]
        return [catch(link([test, main_object(), *fast], place / "test", self.flags))]


class Fast:
    """All unit tests of the layers with the mutated fast.cpp, built with some flags."""

    def __init__(self, *flags):
        self.name, self.flags = " ".join(("fast.cpp", *flags)), flags

    def build(self, place):
        flags = (*fused, "-O1", *self.flags)
        fast = compile(source_in(place, "common/nn/fast.cpp"), place / "fast.o",
                       [*flags, *header("fast", flags), *includes])
        tests = [kept_test(t, ()) for t in sorted(units()) if t.startswith("tests/nn/") and "headers_test" not in t]
        objects = [fast, *tests, main_object(), library()[1]]
        return [catch(link(objects, place / "test", [f for f in self.flags if f in sanitized]))]


class Program:
    """A chapter's program and what it must print."""

    def __init__(self, name):
        self.name = name

    def build(self, place):
        flags = (*exact, "-O0", "-DNN_FAST")
        chapter = root / "chapters" / self.name
        program = source_in(place, f"chapters/{self.name}/program.cpp")
        objects = [compile(program, place / "program.o", [*flags, *header("program", flags), *includes])]
        objects += [kept(str(other), (*flags, "-O1")) for other in sorted(chapter.glob("*.cpp"))
                    if other.name not in ("program.cpp", "claims.cpp")]
        compiled = kept(str(root / "common/compiled.cpp"), (*exact, "-O1", "-DNN_FAST"))
        built = link([*objects, compiled, *library()], place / self.name)
        prints = [root / "tests/prints.sh", built, chapter / "expected.txt"]
        return [prints] + ([[root / "tests/layer_test.sh", built]] if self.name == "07_model_size" else [])


def catch(test):
    return [test, "--abort", "--warn", "NoAssertions"]


def source_in(place, file):
    """The mutated file, if this place has one."""
    return place / file if (place / file).exists() else root / file


@once
def units():
    """Each unit test of common/ -> what it includes of common/."""
    def included(file):
        reached = set()
        for name in re.findall(r'#include "((?:nn|numpy)/[^"]+)"', (root / file).read_text()):
            reached |= {f"common/{name}"} | included(f"common/{name}")
        return reached
    sources = [str(p.relative_to(root)) for folder in ("nn", "numpy") for p in root.glob(f"tests/{folder}/*_test.cpp")]
    return {source: included(source) for source in sources}


def folder_of(file):
    return file.split("/")[1]


@once
def witnesses(file):
    """Who should notice a mutant of this file; the quickest first."""
    if file.startswith("chapters/"):
        return [Program(folder_of(file))]
    if file == "common/nn/fast.cpp":
        return [Fast(), Fast("-march=native"), Fast(*sanitized), Fast(*sanitized, "-march=native")]
    tests = [test for test, reached in units().items() if file in reached and folder_of(test) == folder_of(file)]
    tests.sort(key=lambda t: (len(units()[t]), (root / t).stat().st_size))
    return [Unit(t) for t in tests] + [Unit(t, *sanitized) for t in tests]


@once
def seconds_without(name, file):
    """How long a witness takes where nothing is planted, in seconds of the processor. It must pass there."""
    witness = next(w for w in witnesses(file) if w.name == name)
    place = work / name_of("without", name)
    place.mkdir(parents=True, exist_ok=True)
    try:
        commands = witness.build(place)
    except Refused as problem:
        sys.exit(f"mutants: {name} cannot be built before anything is planted:\n{problem}")
    most = 0
    for command in commands:
        good, out, seconds = run(command, 300, "-fsanitize=address" in name)
        if not good:
            sys.exit(f"mutants: {name} fails before anything is planted:\n{out}")
        most = max(most, seconds)
    return most


def verdict(mutant, place, quick):
    """(killed, survived or refused, by whom); quick: as in the build dev alone."""
    shutil.rmtree(place, ignore_errors=True)
    (place / mutant.file).parent.mkdir(parents=True)
    (place / mutant.file).write_text(mutant.text)
    for number, witness in enumerate(witnesses(mutant.file)):
        if quick and "-fsanitize" in witness.name:
            continue
        limit = 5 + int(10 * seconds_without(witness.name, mutant.file))
        try:
            commands = witness.build(place)
        except Refused:
            return "refused" if number == 0 else "killed", witness.name
        if not all(run(command, limit, "-fsanitize=address" in witness.name)[0] for command in commands):
            return "killed", witness.name
    return "survived", ""


def key(mutant):
    return mutant.file, mutant.old, mutant.new


def recorded():
    """What the record says of each mutant's last trial: (file, old, new) -> (verdict, by whom)."""
    lines = record.read_text().splitlines() if record.exists() else []
    last = {}
    for head, old, new, by in zip(*[iter(lines)] * 4):
        result, place = head.split(": ")[:2]
        last[place.split(":")[0], old[2:], new[2:]] = (result, by)
    return last


# --- the run ---------------------------------------------------------------------------------------------------------


def table(counts, title):
    columns = ["killed", "survived", "equivalent", "refused"]
    columns += ["untried"] if any(row["untried"] for row in counts.values()) else []
    lines = [f"{title:40}" + "".join(f"{column:>12}" for column in columns)]
    for name in [*sorted(counts), "all"]:
        row = counts[name] if name != "all" else sum(counts.values(), collections.Counter())
        lines.append(f"{name:40}" + "".join(f"{row[column]:12}" for column in columns))
    return "\n".join(lines)


def verdicts(mutants, reasons, options):
    """(mutant, verdict, by whom) of each, in any order: where a run is broken off, those tried are a random sample."""
    before = recorded() if options.again or options.record else {}
    left = []
    for m in random.Random(0).sample(mutants, len(mutants)):
        last = before.get(key(m)) or ("untried", "")
        if reasons[m] and not options.equivalent:
            yield m, "equivalent", ""
        elif options.record or last[0] in ("killed", "refused"):
            yield m, *last
        else:
            left.append(m)

    left.sort(key=lambda m: before.get(key(m), ("",))[0] != "survived")  # those first: they are what is worked on
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    places = queue.Queue()
    for number in range(options.jobs):
        places.put(work / f"place{number}")

    def judge(mutant):
        place = places.get()
        try:
            return mutant, *verdict(mutant, place, options.quick)
        finally:
            places.put(place)

    with open(record, "a") as log, concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for trial in concurrent.futures.as_completed([pool.submit(judge, m) for m in left]):
            try:
                m, result, by = trial.result()
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
            print(f"{result}: {m.file}:{m.line}: {m.kind}\n- {m.old}\n+ {m.new}\n{by}", file=log, flush=True)
            yield m, result, by


class Options(argparse.ArgumentParser):
    def error(self, message):
        print(f"mutants: {message}; ./workbook mutants --help tells the options", file=sys.stderr)
        sys.exit(2)


def main():
    parser = Options(prog="./workbook mutants", description="Do the tests notice small defects?",
                     epilog="The exit status is 1 when a mutant survives.")
    parser.add_argument("--sample", type=int, metavar="N", help="only so many, chosen at random")
    parser.add_argument("--seed", type=int, default=int(datetime.date.today().strftime("%Y%m%d")),
                        help="chooses the sample; another one each day unless given")
    parser.add_argument("--only", default="", metavar="TEXT", help="only those whose file:line or text has this in it")
    parser.add_argument("--per-line", type=int, default=2, metavar="N",
                        help="at most so many in a line: 2 unless given")
    parser.add_argument("--quick", action="store_true",
                        help="build as in dev alone: some survive that asan would notice; try those with --again")
    parser.add_argument("--again", action="store_true",
                        help="what was killed in an earlier run stays so: for when tests were added, none changed")
    parser.add_argument("--record", action="store_true",
                        help="build nothing: the table of what was tried last, where a run was broken off")
    parser.add_argument("--equivalent", action="store_true", help="try those, too, that are said to change nothing")
    parser.add_argument("--list", action="store_true", help="print them, build nothing")
    parser.add_argument("--save", action="store_true",
                        help="keep the table, of all or of all that --record knows, in tests/mutation/result.txt")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many at a time")
    options = parser.parse_args()
    if (options.sample is not None and options.sample < 1) or options.jobs < 1 or options.per_line < 1:
        parser.error("--sample, --jobs and --per-line take 1 or more")
    if options.save and (options.sample is not None or options.only or options.list or options.per_line < 2):
        parser.error("--save keeps the table of a whole run: leave out --sample, --only and --list")

    files = [str(p.relative_to(root)) for p in sorted(root.glob("common/n*/*.[hc]pp"))]
    files += [str(p.relative_to(root)) for p in sorted(root.glob("chapters/*/program.cpp"))]
    every = [m for f in files for m in mutants_of(f)]
    thin = thinned(every, options.per_line)
    mutants = [m for m in thin if options.only in f"{m.file}:{m.line}: {m.old}"]
    if not mutants:
        parser.error("no file:line or text of common/nn, common/numpy and the chapter programs has "
                     f"'{options.only}' in it")
    equivalent = Equivalent()
    reasons = {m: equivalent.reason(m) for m in every}
    stale = equivalent.stale(files) if options.sample is None else []
    if options.sample is not None:
        mutants = random.Random(options.seed).sample(mutants, min(options.sample, len(mutants)))
        print(f"{len(mutants)} of {len(thin)} mutants, chosen by --seed {options.seed}", flush=True)
    if options.list:
        for m in mutants:
            print(f"{m.file}:{m.line}: {m.kind}\n- {m.old}\n+ {m.new}" + (f"\n{reasons[m]}" if reasons[m] else ""))
        return 0

    by_file, by_kind = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    wrong = 0
    for done, (mutant, result, by) in enumerate(verdicts(mutants, reasons, options), 1):
        if reasons[mutant] and result == "killed":
            print(f"called equivalent, but {by} notices: ", end="")
            wrong += 1
        elif reasons[mutant] and result == "survived":
            result = "equivalent"
        by_file[mutant.file][result] += 1
        by_kind[mutant.kind][result] += 1
        if result == "survived" or reasons[mutant] and result == "killed":
            print(f"{mutant.file}:{mutant.line}: {result}\n- {mutant.old}\n+ {mutant.new}", flush=True)
        if sys.stderr.isatty():
            print(f"\r{done} of {len(mutants)}", end="", file=sys.stderr)

    total = sum(by_file.values(), collections.Counter())
    planted = total["killed"] + total["survived"]
    last = f"killed: {total['killed']} of {planted} that change something"
    last += f" ({100 * total['killed'] / planted:.1f} %)" if planted else ""
    last += f"; {total['untried']} were not tried" if total["untried"] else ""
    report = f"{table(by_file, 'file')}\n\n{table(by_kind, 'kind of change')}\n\n{last}"
    print(report)
    for file, old, new, _ in stale:
        print(f"equivalent.txt speaks of a change of {file} that is not made any more:\n- {old}\n+ {new}")
    if options.save:
        version = subprocess.run([*compiler, "--version"], capture_output=True, text=True).stdout.splitlines()[0]
        (root / "tests/mutation/result.txt").write_text(f"{report}\n\n{version}\n")
    return 1 if total["survived"] or wrong or stale else 0


if __name__ == "__main__":
    sys.exit(main())
