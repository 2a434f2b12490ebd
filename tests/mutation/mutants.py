#!/usr/bin/env python3
"""Do the tests notice? Plants small defects in common/ and in the chapter programs, one at a time, each in a copy of
the workbook, builds the tests that should notice, and runs them.

    ./workbook mutants                    all of them: an hour or two
    ./workbook mutants --sample 20        so many, chosen by --seed
    ./workbook mutants --only activation  the files whose name has this in it
    ./workbook mutants --list             what would be planted, nothing is built

A mutant is killed when a test fails, crashes or takes too long; one that no test notices has survived and is a hole in
the tests, unless equivalent.txt says why it changes nothing. A mutant that the compiler refuses is not counted. The exit
status is 1 when a mutant survives, or when equivalent.txt speaks of one that is not there any more.
"""
import argparse
import collections
import concurrent.futures
import hashlib
import os
import pathlib
import queue
import random
import re
import shutil
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parents[2]
folder = root / "build" / "mutants"  # the copies
slow = 60  # seconds; a test that takes longer has noticed

Mutant = collections.namedtuple("Mutant", "file line old new kind text")  # text: the whole mutated file

# --- what is planted -------------------------------------------------------------------------------------------------

token = re.compile(
    r"""(?P<skip>//[^\n]*|/\*.*?\*/|^\s*\#[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|static_assert\([^\n]*)
      |(?P<number>0x[0-9a-fA-F.']+(?:p[+-]?\d+)?|\d[\d']*(?:\.\d*)?(?:e[+-]?\d+)?)[uUlLfF]*
      |(?P<name>[A-Za-z_]\w*)
      |(?P<operator><<=|>>=|<=>|->|::|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|[-+*/%&|^<>!])""",
    re.VERBOSE | re.DOTALL | re.MULTILINE)

exchanged = {"+": "-", "-": "+", "*": "/", "/": "*", "%": "/", "<": "<= >", "<=": "<", ">": ">= <", ">=": ">", "==": "!=",
             "!=": "==", "&&": "||", "||": "&&", "<<": ">>", ">>": "<<", "&": "|", "|": "&", "^": "&", "+=": "-=",
             "-=": "+=", "*=": "/=", "/=": "*=", "|=": "&=", "&=": "|=", "^=": "&=", "++": "--", "--": "++"}


def other_numbers(text):
    """Numbers just beside this one: an integer one more and one less, the last digit of any other changed."""
    plain = text.replace("'", "")
    if plain.isdigit():
        n = int(plain)
        return [str(n + 1)] + ([str(n - 1)] if n > 0 else [])
    head, mark, power = text.partition("p" if text.startswith("0x") else "e")
    digits = "0123456789abcdef" if text.startswith("0x") else "0123456789"
    at = max(i for i, c in enumerate(head) if c.lower() in digits)
    digit = digits[(digits.index(head[at].lower()) + 1) % len(digits)]
    return [head[:at] + digit + head[at + 1:] + mark + power]


def changes(source):
    """(start, end, replacement, kind) of every change of one file's text."""
    for m in token.finditer(source):
        start, end = m.span()
        before, after = source[start - 1:start], source[end:end + 1]
        if m["number"]:
            for number in other_numbers(m["number"]):
                yield start, start + len(m["number"]), number, "constant"
        elif m["operator"]:
            operator = m["operator"]
            spaced = before in " \n" and after in " \n"  # so a template's < and a reference's & are left alone
            if operator == "-" and not spaced:
                if before in " ([{" and (after.isalnum() or after in "(."):
                    yield start, end, "", "sign"
            elif operator == "!":
                yield start, end, "", "condition"
            elif operator in ("++", "--") or spaced:
                for other in exchanged.get(operator, "").split():
                    yield start, end, other, "comparison" if operator[0] in "<>=!" and len(other) < 3 else "operator"
        elif m["name"]:
            name = m["name"]
            if name in ("if", "while") and after == " " and source[end + 1:end + 2] == "(":
                close = matching(source, end + 1)
                for value in ("true", "false"):
                    yield end + 2, close, value, "condition"
            elif name in ("true", "false"):
                yield start, end, "false" if name == "true" else "true", "constant"
            elif re.fullmatch(r"[A-Z]\d?|weights", name) and (source[end:end + 3] == " * " or source[start - 3:start] == " * "):
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
    declaration = r"(?:const|constexpr|inline|static|using|namespace|return|throw|double|int|bool|auto|explicit|struct|public|private|std::\w+<?.*> \w+|std::\w+ \w+|\w+(?:<.*>)? \w+[;({=,]|\w+(?:<.*>)? \w+ =|template|__extension__|friend|case)\b"
    for m in re.finditer(r"^( +)(\S[^\n]*;)(?:  //[^\n]*)?$", source, re.MULTILINE):
        if not re.match(declaration, m[2]) and not in_comment(source, m.start(2)) and m[2].count("(") == m[2].count(")"):
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


def equivalent():
    """(file, old, new) -> reason, from equivalent.txt: a file's name, then blocks of "- old", "+ new", "because ..."."""
    reasons, file, old, new = {}, "", "", ""
    for line in (pathlib.Path(__file__).parent / "equivalent.txt").read_text().splitlines():
        if line.startswith("- "):
            old = line[2:]
        elif line.startswith("+ "):
            new = line[2:]
        elif line.startswith("because "):
            reasons[file, old, new] = line
        elif line and not line.startswith("#"):
            file = line
    return reasons


# --- who should notice -----------------------------------------------------------------------------------------------

chapters = sorted(p.parent.name for p in root.glob("chapters/*/program.cpp"))


def witnesses(file):
    """The targets to build and the programs to run for a mutant of this file, in groups; the likeliest first."""
    if file.startswith("chapters/"):
        name = file.split("/")[1]
        return [([name], [["tests/prints.sh", f"build/{name}", f"chapters/{name}/expected.txt"]]),
                ([f"{name}_claims"], [[f"build/chapters/{name}_claims"]])]
    test = "test_nn" if file.startswith("common/nn/") else "test_numpy"
    claims = [f"{name}_claims" for name in chapters]
    return [([test], [[f"build/tests/{test}"]]),
            (chapters + claims, [["tests/prints.sh", f"build/{name}", f"chapters/{name}/expected.txt"] for name in chapters] +
             [[f"build/chapters/{c}"] for c in claims])]


def run(command, cwd, limit=None):
    """(ended with 0, what it printed)"""
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                               errors="replace", start_new_session=True)
    try:
        out, _ = process.communicate(timeout=limit)
        return process.returncode == 0, out
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.communicate()
        return False, "too slow"


def make_copy(number):
    """A copy of the workbook, configured for a quick build when one of its own headers changes: no optimisation, and the
    headers of others, which do not change, compiled once."""
    copy = folder / str(number)
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir(parents=True)
    for item in ("chapters", "common", "docs", "plots", "tests", "CMakeLists.txt", "CMakePresets.json", "README.md",
                 "workbook"):
        source = root / item
        (shutil.copytree if source.is_dir() else shutil.copy)(source, copy / item)
    flags = ["-std=c++20", "-O0", "-ffp-contract=off"]
    others = copy / "others.hpp"
    others.write_text('#include "tests/catch.hpp"\n#include <Eigen/Dense>\n#include <random>\n#include <charconv>\n')
    good, out = run([os.environ.get("CXX", "c++"), *flags, "-isystem", "/usr/include/eigen3", "-x", "c++-header",
                     "-o", f"{others}.gch", str(others)], copy)
    (copy / "others.cmake").write_text(f"add_compile_options(-isystem /usr/include/eigen3 -include {others})\n")
    if good:
        good, out = run(["cmake", "-S.", "-Bbuild", "-GNinja", "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-O0",
                         f"-DCMAKE_PROJECT_INCLUDE={copy}/others.cmake", "-DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON"], copy)
    if not good:
        sys.exit(f"mutants: a copy of the workbook cannot be configured:\n{out}")
    return copy


def verdict(mutant, copy):
    """killed, survived or refused (by the compiler)"""
    file = copy / mutant.file
    original = (root / mutant.file).read_text()
    file.write_text(mutant.text)
    try:
        for number, (targets, commands) in enumerate(witnesses(mutant.file)):
            good, out = run(["cmake", "--build", "build", "-j1", "--target", *targets], copy)
            if not good:
                return "refused" if number == 0 else "killed"
            for command in commands:
                if not run(command, copy, slow)[0]:
                    return "killed"
        return "survived"
    finally:
        file.write_text(original)


# --- the run ---------------------------------------------------------------------------------------------------------


def main():
    parser = argparse.ArgumentParser(prog="./workbook mutants", description="Do the tests notice small defects?")
    parser.add_argument("--sample", type=int, metavar="N", help="only so many, chosen at random")
    parser.add_argument("--seed", type=int, default=0, help="chooses another sample")
    parser.add_argument("--only", default="", metavar="TEXT", help="only files whose name has this text in it")
    parser.add_argument("--list", action="store_true", help="print them, build nothing")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="copies at work side by side")
    options = parser.parse_args()

    files = [str(p.relative_to(root)) for p in sorted(root.glob("common/n*/*.[hc]pp"))]
    files += [f"chapters/{name}/program.cpp" for name in chapters]
    files = [f for f in files if options.only in f]
    if not files:
        parser.error(f"no file of common/nn, common/numpy or the chapter programs has '{options.only}' in its name")
    mutants = [m for f in files for m in mutants_of(f)]
    reasons = equivalent()
    stale = [key for key in reasons if key[0] in files and key not in {(m.file, m.old, m.new) for m in mutants}]
    if options.sample is not None:
        mutants = random.Random(options.seed).sample(mutants, min(options.sample, len(mutants)))
    if options.list:
        for m in mutants:
            print(f"{m.file}:{m.line}: {m.kind}\n- {m.old}\n+ {m.new}")
        return 0

    copies = queue.Queue()
    for number in range(options.jobs):
        copies.put(make_copy(number))
    # The tests must pass as they are, or every mutant counts as killed.
    copy = copies.get()
    for file in files:
        for targets, commands in witnesses(file):
            good, out = run(["cmake", "--build", "build", "--target", *targets], copy)
            for command in commands if good else []:
                good, out = run(command, copy) if good else (good, out)
            if not good:
                sys.exit(f"mutants: the tests fail before anything is planted:\n{out}")
    copies.put(copy)

    def judge(mutant):
        if (mutant.file, mutant.old, mutant.new) in reasons:
            return "equivalent"
        copy = copies.get()
        try:
            return verdict(mutant, copy)
        finally:
            copies.put(copy)

    counts = collections.defaultdict(collections.Counter)
    survivors = []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for done, (mutant, result) in enumerate(zip(mutants, pool.map(judge, mutants)), 1):
            counts[mutant.file][result] += 1
            if result == "survived":
                survivors.append(mutant)
                print(f"survived: {mutant.file}:{mutant.line} ({mutant.kind})\n- {mutant.old}\n+ {mutant.new}", flush=True)
            if sys.stderr.isatty():
                print(f"\r{done} of {len(mutants)}", end="", file=sys.stderr)
    shutil.rmtree(folder)

    kinds = ("killed", "survived", "equivalent", "refused")
    print(f"{'file':40}" + "".join(f"{kind:>12}" for kind in kinds))
    for file in counts:
        print(f"{file:40}" + "".join(f"{counts[file][kind]:12}" for kind in kinds))
    total = sum(counts.values(), collections.Counter())
    print(f"{'all':40}" + "".join(f"{total[kind]:12}" for kind in kinds))
    noticed, planted = total["killed"], total["killed"] + total["survived"]
    print(f"killed: {noticed} of {planted} that change something"
          + (f" ({100 * noticed / planted:.1f} %)" if planted else ""))
    for file, old, new in stale:
        print(f"equivalent.txt speaks of a change of {file} that is not made any more: - {old} + {new}")
    return 1 if survivors or stale else 0


if __name__ == "__main__":
    sys.exit(main())
