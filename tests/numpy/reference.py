#!/usr/bin/env python3
"""Writes what NumPy does, for the tests in this folder to compare with: random.txt, round.txt and print.txt; and what
glibc does, with which NumPy draws: glibc.txt.

    apt-get install python3-numpy
    python3 tests/numpy/reference.py

The committed files were written by NumPy 1.24.2 on x86-64 (Debian 12); NumPy 2.2 on Debian 13 writes the same bytes
but for the line that names the version. The processor must have fused multiply-add: without it glibc rounds otherwise,
and randn with it. The tests read the files only; they need no Python.
"""
import math
import pathlib
import platform
import random
import warnings

import numpy as np

FOLDER = pathlib.Path(__file__).parent
NOTE = f"# Written by reference.py with NumPy {np.__version__}; do not edit.\n"
DRAWS = 1_000_000


def bit_hash(values):
    """FNV-1a over 64-bit words: one hash over the bit patterns of all values."""
    h = 0xCBF29CE484222325
    for bits in values.view(np.uint64).tolist():
        h = (h ^ bits) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return h


def write_random():
    lines = [NOTE, f"# stream, seed, hash over the bits of {DRAWS} draws, the first five draws\n"]

    def add(stream, seed, values):
        first = " ".join(float(v).hex() for v in values[:5])
        lines.append(f"{stream} {seed} {bit_hash(values):016x} {first}\n")

    for seed in [0, 1, 42, 12345, 2**31, 2**32 - 1]:
        add("random_sample", seed, np.random.RandomState(seed).random_sample(DRAWS))
        add("randn", seed, np.random.RandomState(seed).randn(DRAWS))
    for seed in [0, 1, 42, 12345, 2**32 - 1, 2**32, 2**32 + 1, 2**53 + 1, 2**64 - 1]:
        add("random", seed, np.random.default_rng(seed).random(DRAWS))
        add("standard_normal", seed, np.random.default_rng(seed).standard_normal(DRAWS))
        add("normal(0.5,2.25)", seed, np.random.default_rng(seed).normal(0.5, 2.25, DRAWS))
    (FOLDER / "random.txt").write_text("".join(lines))


def write_glibc():
    """Python's math calls the C library's functions."""
    lines = [f"# Written by reference.py with {' '.join(platform.libc_ver())}; do not edit.\n",
             f"# function, argument, result; then function, family of arguments, hash over the bits of {DRAWS}\n"]
    functions = {"log": math.log, "log1p_of_minus": lambda u: math.log1p(-u), "exp": math.exp}

    # First where ordinary roundings give another last bit; then limits between formulas, their neighbours, extremes.
    cases = {
        "log": ["0x1.17e15a71b378cp-1", "0x1.49d2526d80a34p-3", "0x1.400deab6492d7p-1", "0x1.23d0dc1e23bc6p-1",
                "0x1.e2c2b3f3fbeffp-1", "0x1.e59ab33bb0f40p-1", "0x1.e9047296a1937p-1", "0x1.e0c3b7597e1bp-1",
                "0x1.dffffffffffffp-1", "0x1.ep-1", "0x1.0000000000001p+0", "0x1.fffffffffffffp-1", "0x1.ffffffep-1",
                "0x1p+0", "0x1.108ffffffffffp+0", "0x1.109p+0", "0x1.5ffffffffffffp-1", "0x1.6p-1",
                "0x1.fffffffffffffp-2", "0x1p-1", "0x1p-53", "0x1p-104", "0x1p-1022", "0x1.fffffffffffffp+1023"],
        "log1p_of_minus": ["0x1.308eeaab4822cp-2", "0x1.41106a787282cp-3", "0x1.bd10b5f5598b4p-3",
                           "0x1.f8f676b59efd8p-3", "0x1p-53", "0x1.fffffep-30", "0x1p-29", "0x1.2bec3fffffffep-2",
                           "0x1.2bec4p-2", "0x1p-1", "0x1.000008p-1", "0x1.00001p-1", "0x1.ffffe8p-2",
                           "0x1.c00005dda571p-1", "0x1.80000ad420657p-1", "0x1.800008235707ep-1",
                           "0x1.ffffe7ffffffep-2", "0x1.fffffffffffffp-1"],
        "exp": ["-0x1p-54", "-0x1p-1", "-0x1.ab62e42fefa39p+2", "0x1p+0", "0x1.f4p+8", "-0x1.f4p+8", "-0x1.3baeb911da5bbp+8"],
    }
    for function, arguments in cases.items():
        for x in map(float.fromhex, arguments):
            lines.append(f"{function} {x.hex()} {functions[function](x).hex()}\n")

    def edge(j):  # where an interval of the logarithm's table begins
        return 0.6875 + j / 256 if j < 80 else 1 + (j - 80) / 128

    families = {  # x is in (0, 1), a multiple of 2^-53; glibc_test.cpp has the same formulas
        "log": [("wide", lambda i, x: x), ("near_one", lambda i, x: 1 - x / 16),
                ("tiny", lambda i, x: x * 2.0**-(i % 100)), ("above_one", lambda i, x: 1 + x / 8),
                ("around_one", lambda i, x: 1 + (x - 0.5) * 2.0**-(i % 45)),
                ("edges", lambda i, x: edge(i % 128) * 2.0**(i // 128 % 2000 - 1000))],
        "log1p_of_minus": [("wide", lambda i, x: x), ("tiny", lambda i, x: math.floor(x * 2**28) * 2.0**-53),
                           ("all_sizes", lambda i, x: math.floor(x * 2.0**(53 - i % 40)) * 2.0**-53),
                           ("edges", lambda i, x: 1 - (1.4142131805419922 + (math.floor(64 * x) - 32) * 2.0**-25) *
                            2.0**-(1 + i % 20)),
                           ("near_powers", lambda i, x: 1 - 2.0**-(1 + i % 15) * (1 + (x - 0.5) * 2.0**-18))],
        "exp": [("wide", lambda i, x: -7 * x)],
    }
    for function, members in families.items():
        for family, argument in members:
            results = (functions[function](argument(i, (i * 0x9E3779B97F4A7C15 % 2**64 >> 11) * 2.0**-53))
                       for i in range(1, 1 + DRAWS))
            lines.append(f"{function} {family} {bit_hash(np.fromiter(results, float)):016x}\n")
    (FOLDER / "glibc.txt").write_text("".join(lines))


def write_round():
    dice = random.Random(3)
    cases = [(4.35, 1), (0.5, 0), (1.5, 0), (2.5, 0), (-0.5, 0), (-0.3, 0), (0.0, 4), (-0.0, 4), (123.456, -1),
             (155.0, -1), (-15.0, -1), (1e308, 3), (1.5, 400), (1e20, 23), (0.1234567, 25), (5e-324, 8),
             (float("inf"), 2), (float("-inf"), -2), (float("nan"), 2)]
    cases += [(dice.gauss(0, 1) * 10 ** dice.randint(-4, 6), dice.randint(-3, 9)) for _ in range(300)]
    cases += [(dice.randint(-10**6, 10**6) / 1000 + dice.choice([0, 0.0005]), 3) for _ in range(100)]
    lines = [NOTE, "# x, decimals, np.round(x, decimals)\n"]
    for x, decimals in cases:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # overflow is among the cases
            lines.append(f"{x.hex()} {decimals} {float(np.round(np.float64(x), decimals)).hex()}\n")
    (FOLDER / "round.txt").write_text("".join(lines))


def write_print():
    dice = random.Random(5)
    cases = []

    def add(values, shape=None):
        a = np.array(values)
        cases.append((a.reshape(shape) if shape else a, None))

    def add_steps(start, step, shape):
        """An array too large to write down: element i is start + step * i."""
        count = int(np.prod(shape))
        cases.append(((start + step * np.arange(count)).reshape(shape), f"steps {start!r} {step!r}"))

    inf, nan = float("inf"), float("nan")
    for values in [
        [0.5, -0.3, 0.8], [0.4, -0.7, 0.2], [0.0], [-0.0], [0.0, -0.0], [1.0], [-1.0], [1.0, 2.0, 3.0], [nan],
        [inf], [-inf], [nan, inf, -inf], [nan, nan], [inf, inf], [1.0, nan], [-1.0, nan], [1.0, inf], [1.0, -inf],
        [100000.0, -inf, nan], [0.25, inf], [1e10, nan], [1e10, -inf, 1e-10], [1e300, nan], [-0.0, nan], [0.1, -0.0],
        [1e8], [99999999.0], [99999999.9], [99999999.99999999], [1e-4], [9.9999e-5], [0.0001, 0.1], [0.0001, 0.1001],
        [1.0, 1000.0], [1.0, 1001.0], [0.001, 1.0], [0.001, 1.001], [1e8, 1.0], [1e16], [1e17], [1e22], [1e23],
        [123456789.0], [0.1], [1 / 3], [2 / 3, 1.0], [0.123456785], [0.123456775], [0.5 + 2**-30], [1 + 2**-52],
        [0.999999999], [0.99999999], [9.999999999], [9.999999999e9], [5e-324], [5e-324, 1e308], [2.2250738585072014e-308],
        [1.7976931348623157e308], [-1.7976931348623157e308, 1.0], [4.9e-322], [1e-100, 1e-5], [1e5, 1e-5], [1e100],
        [1e-5, 0.0], [1e9, 0.0, -0.0], [3.0, -1e-10], [2**-44], [2.0**60], [0.000244140625], [1.5e-7, 2.25e-7],
        [1024.0, 0.5], [0.3, 0.1 + 0.2], [1e15 + 0.3], [65504.0], [-99.0, 9.0], [12345678.9], [12345678.12345678],
    ]:
        add(values)
    add([[1.0, 2.0], [3.0, 4.5]])
    add([[nan, 1.0], [-inf, 0.0]])
    add(np.zeros((3, 0)))
    add(np.zeros(0))
    add(np.zeros((0, 3)))
    add(np.zeros(0, dtype=np.int64))
    for shape in [(1000,), (1001,), (7, 143), (143, 7), (6, 167), (167, 6), (32, 32), (5, 400), (400, 5), (2, 501),
                  (501, 2), (1001, 1), (1, 1001), (3, 400), (7, 150)]:
        add_steps(0.0, 1.0, shape)
        add_steps(-3.5, 0.125, shape)
        add_steps(0.0, 0.1, shape)
        add_steps(-7, 3, shape)
    add_steps(1e-3, 1e5, (1200,))

    def number():
        kind = dice.randrange(9)
        if kind == 0: return dice.gauss(0, 1)
        if kind == 1: return round(dice.gauss(0, 1), dice.randint(0, 9))
        if kind == 2: return float(dice.randint(-100, 100))
        if kind == 3: return dice.gauss(0, 1) * 10.0 ** dice.randint(-12, 12)
        if kind == 4: return dice.choice([0.0, -0.0, 1.0, -1.0, 0.5])
        if kind == 5: return dice.choice([nan, inf, -inf])
        if kind == 6: return dice.randint(1, 9) * 10.0 ** dice.randint(-9, 9)
        if kind == 7: return round(dice.uniform(-1, 1), 8) + dice.choice([0, 5e-9])
        return dice.gauss(0, 1) * 10.0 ** dice.randint(-300, 300)

    for family in range(400):
        shape = (dice.randint(1, 30),) if family % 2 else (dice.randint(1, 5), dice.randint(1, 24))
        count = int(np.prod(shape))
        one_kind = dice.random() < 0.6
        state = dice.getstate()
        values = []
        for _ in range(count):
            if one_kind:  # the same choice of kind each time, other digits
                fresh = random.Random(repr((family, len(values))))
                scale = 10.0 ** (family % 17 - 8)
                values.append(round(fresh.gauss(0, 1), family % 10) * scale if family % 3 else fresh.gauss(0, scale))
            else:
                values.append(number())
        if one_kind: dice.setstate(state)
        add(values, shape)
    for _ in range(100):
        shape = (dice.randint(1, 40),) if dice.random() < 0.5 else (dice.randint(1, 5), dice.randint(1, 30))
        limit = 10 ** dice.randint(0, 18)
        low = dice.choice([0, -limit])
        add([dice.randint(low, limit) for _ in range(int(np.prod(shape)))], shape)
    add([-2**63, 2**63 - 1])
    add([98474336.9456555])  # its eighth digit after the point is 0, though that of the double is not
    add([0.1, 0.00005])
    add([1.0, 1000.05])

    lines = [NOTE, "# type and shape, then the elements (or their first one and step), then str(a) between bars\n"]
    for a, steps in cases:
        kind = "int" if a.dtype.kind == "i" else "float"
        lines.append(" ".join([kind, *map(str, a.shape)]) + "\n")
        elements = " ".join(map(repr, a.ravel().tolist()))
        lines.append((steps or elements) + "\n")
        lines += [f"|{line}|\n" for line in str(a).split("\n")]
    (FOLDER / "print.txt").write_text("".join(lines))


write_random()
write_glibc()
write_round()
write_print()
