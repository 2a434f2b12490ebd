"""What a user of Python would use instead: NumPy and, where it is installed, PyTorch.

    python3 numpy_torch.py THREADS REPETITIONS [--quick]

prints a line for each repetition: case, who, threads, seconds, with tabs between. The cases have the same names as
those of the C++ programs. With one thread the time is the processor's, with more that on the clock, as there.
"""

import os
import sys
import time

threads, repetitions = int(sys.argv[1]), int(sys.argv[2])
quick = "--quick" in sys.argv
os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = str(threads)

import numpy as np  # noqa: E402: it reads the environment

try:
    import torch

    torch.set_num_threads(threads)
except ImportError:
    torch = None

now = time.thread_time if threads == 1 else time.perf_counter
least = 0.02 if quick else 0.05


def measure(name, who, work):
    """Prints the time that work() takes, measured over at least 0.05 s."""
    work()
    count = 1
    for _ in range(repetitions):
        while True:
            start = now()
            for _ in range(count):
                work()
            spent = now() - start
            if spent >= least:
                break
            count = max(2 * count, int(count * least / max(spent, 1e-6)))
        print(name, who, threads, f"{spent / count:.9g}", sep="\t", flush=True)


def gelu(x):
    """As the article has it."""
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi).astype(x.dtype) * (x + x.dtype.type(0.044715) * x**3)))


def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def values(rows, columns, dtype):
    return np.random.default_rng(0).uniform(-4, 4, (rows, columns)).astype(dtype)


def networks(dtype):
    draw = np.random.default_rng(0)
    shapes = [
        ((64, 256, 10), [(1, 1), (64, 1), (4096, 2)]),
        ((768, 3072, 768), [(1, 2), (64, 2), (512, 2)]),
    ]
    if dtype == np.float32 and not quick:
        shapes.append(((4096, 16384, 4096), [(1, 2), (64, 2)]))
    for (d_model, d_ff, d_out), batches in shapes:
        if all(most < threads for _, most in batches):
            continue
        W1, b1, W2, b2 = (
            draw.random(shape, dtype=dtype) - dtype(0.5)
            for shape in ((d_model, d_ff), (d_ff,), (d_ff, d_out), (d_out,))
        )
        W1, W2 = W1 / dtype(d_model**0.5), W2 / dtype(d_ff**0.5)
        for samples, most in batches:
            if most >= threads:
                yield f"{d_model}-{d_ff}-{d_out}, batch {samples}", values(samples, d_model, dtype), W1, b1, W2, b2


def main():
    print("# NumPy", np.__version__)
    if torch:
        print("# PyTorch", torch.__version__)
    for dtype in (np.float32, np.float64):
        kind = "float" if dtype == np.float32 else "double"
        for name, x, W1, b1, W2, b2 in networks(dtype):
            measure(f"{name}, {kind}", "NumPy", lambda: gelu(x @ W1 + b1) @ W2 + b2)
            if torch:
                tx, tW1, tb1, tW2, tb2 = map(torch.from_numpy, (x, W1, b1, W2, b2))
                act = torch.nn.functional.gelu
                measure(
                    f"{name}, {kind}",
                    "PyTorch",
                    lambda: torch.addmm(tb2, act(torch.addmm(tb1, tx, tW1), approximate="tanh"), tW2),
                )
        for size in (10_000, 1_000_000):
            if threads > 1 and size < 1_000_000:
                continue
            x = values(1, size, dtype)
            measure(f"gelu of {size} values, {kind}", "NumPy", lambda: gelu(x))
            if torch:
                tx = torch.from_numpy(x)
                measure(
                    f"gelu of {size} values, {kind}",
                    "PyTorch",
                    lambda: torch.nn.functional.gelu(tx, approximate="tanh"),
                )
        if threads == 1:
            for rows, columns in ((1000, 10), (100, 1000), (8, 128_256)):
                x = values(rows, columns, dtype)
                measure(f"softmax of {columns} values, {kind}", "NumPy", lambda: softmax(x))
                if torch:
                    tx = torch.from_numpy(x)
                    measure(f"softmax of {columns} values, {kind}", "PyTorch", lambda: torch.softmax(tx, -1))
    if threads == 1:
        draws = 10_000_000
        measure("default_rng(0).normal", "NumPy", lambda: np.random.default_rng(0).normal(0, 1, draws))
        measure("RandomState(0).randn", "NumPy", lambda: np.random.RandomState(0).randn(draws))
        if torch:  # other numbers, but as normal
            measure("default_rng(0).normal", "PyTorch", lambda: torch.randn(draws, dtype=torch.float64))


with torch.inference_mode() if torch else open(os.devnull):
    main()
