"""
What users of Python have today, asked line by line: "prepare <library> <routine> <n> <d>" is answered by "ok" or by what is missing,
"run <library> <clock>" by the seconds of one run. float64, one thread, no gradient tape, blocks of 500 rows where an n x n
matrix would not fit.
"""
import json
import sys
import time
import warnings
from importlib import import_module

warnings.filterwarnings("ignore")
MODULES = {"numpy": "numpy", "scipy": "scipy", "torch": "torch", "pot": "ot"}
CLOCKS = {"wall": time.perf_counter, "processor": time.process_time}
BLOCK = 500


def found(name):
    try:
        return import_module(name)
    except Exception:
        return None


np, scipy, torch, ot = (found(name) for name in MODULES.values())
if torch:
    torch.set_num_threads(1)
    torch.set_grad_enabled(False)


def cloud(n, d, seed):
    return np.random.default_rng(seed).random((n, d)) * 4 / d**0.5


def spd(n):
    a = np.random.default_rng(1).random((n, n))
    return a + a.T + 2 * n * np.eye(n)


def symmetric(n):
    a = np.random.default_rng(1).standard_normal((n, n))
    return a + a.T


def costs(n, d):
    x, y = cloud(n, d, 1), cloud(n, d, 2)
    return ((x[:, None, :] - y[None, :, :]) ** 2).sum(-1)


# ------------------------------------------------------------------ kernel sums, k(x, y) = exp(-|x - y|^2)
def numpy_blocks(x, y):
    """Rows of the Gram matrix, a block at a time: |x|^2 + |y|^2 - 2 x.y, the fast way of a careful user."""
    nx, ny = (x * x).sum(1), (y * y).sum(1)
    for i in range(0, len(x), BLOCK):
        k = x[i:i + BLOCK] @ y.T
        k *= 2
        k -= nx[i:i + BLOCK, None]
        k -= ny
        yield i, np.exp(k, out=k)


def torch_blocks(x, y):
    nx, ny = (x * x).sum(1), (y * y).sum(1)
    for i in range(0, len(x), BLOCK):
        k = x[i:i + BLOCK] @ y.T
        yield i, k.mul_(2).sub_(nx[i:i + BLOCK, None]).sub_(ny).exp_()


def numpy_columns(n, d, right, finish):
    x, y = cloud(n, d, 1), cloud(n, d, 2)
    z, out = right(x, y), np.empty((n, d + 1))

    def run():
        for i, k in numpy_blocks(x, y):
            s = k @ z
            out[i:i + BLOCK, :z.shape[1]] = finish(x[i:i + BLOCK], s)

    return run


def torch_columns(n, d, right, finish):
    x, y = (torch.from_numpy(cloud(n, d, seed)) for seed in (1, 2))
    z = torch.from_numpy(right(x.numpy(), y.numpy()))
    out = torch.empty((n, d + 1), dtype=torch.float64)

    def run():
        for i, k in torch_blocks(x, y):
            s = k @ z
            out[i:i + BLOCK, :z.shape[1]] = finish(x[i:i + BLOCK], s)

    return run


def ones(x, y):
    return np.full((len(y), 1), 1 / len(y))


def lifted(x, y):
    """[1, y]: sum_j k (x_i - y_j) = x_i sum_j k - sum_j k y_j, and with scores in place of y the direction of SVGD."""
    return np.hstack([np.ones((len(y), 1)), y]) / len(y)


def force(x, s):
    s[:, 1:] -= x * s[:, :1]
    return s


def gram_of(blocks, wrap):
    def prepare(n, d):
        x, y = wrap(cloud(n, d, 1)), wrap(cloud(n, d, 2))

        def run():
            for _ in blocks(x, y):
                pass

        return run

    return prepare


# ------------------------------------------------------------------ transport
def log_sinkhorn(n, d):
    c = torch.from_numpy(costs(n, d) / 0.05)
    a = torch.full((n,), -float(np.log(n)), dtype=torch.float64)

    def run():
        g = torch.zeros(n, dtype=torch.float64)
        for _ in range(100):
            f = -torch.logsumexp((a + g)[None, :] - c, 1)
            g = -torch.logsumexp((a + f)[:, None] - c, 0)

    return run


def assignment(n, d):
    c = costs(n, d)
    return lambda: scipy.optimize.linear_sum_assignment(c)


def network_simplex(n, d):
    c, w = costs(n, d), np.full(n, 1 / n)
    return lambda: ot.emd(w, w, c, numItermax=10**7)


def pot_sinkhorn(n, d):
    c, w = costs(n, d), np.full(n, 1 / n)
    return lambda: ot.bregman.sinkhorn_log(w, w, c, 0.05, numItermax=100, stopThr=0, warn=False)


# ------------------------------------------------------------------ dense algebra and transforms
def applied(make, apply):
    """Runs apply on what make returns."""

    def prepare(n, d):
        data = make(n, d)
        return lambda: apply(data)

    return prepare


def solve_numpy(data):
    return scipy.linalg.cho_solve(data[0], data[1], check_finite=False)


def factor(n, d):
    return scipy.linalg.cho_factor(spd(n), lower=True), np.ones(n)


def complexes(n, d):
    return np.random.default_rng(1).random((n,) * d) + 0j


def bands(n, d):
    b = np.full((3, n), -1.0)
    b[1] = 4
    return b, np.ones(n)


def tensor(make):
    return lambda n, d: torch.from_numpy(make(n))


def routines():
    table = {
        "numpy": {
            "kernel-sum": lambda n, d: numpy_columns(n, d, ones, lambda x, s: s),
            "force": lambda n, d: numpy_columns(n, d, lifted, force),
            "svgd": lambda n, d: numpy_columns(n, d, lifted, force),
            "gram": gram_of(numpy_blocks, lambda x: x),
            "cholesky": applied(lambda n, d: spd(n), lambda a: np.linalg.cholesky(a)),
            "symmetric-eigen": applied(lambda n, d: symmetric(n), lambda a: np.linalg.eigh(a)),
            "matmul": applied(lambda n, d: symmetric(n), lambda a: a @ a),
            "fft": applied(complexes, lambda z: np.fft.fftn(z)),
        },
        "scipy": {
            "cholesky": applied(lambda n, d: spd(n), lambda a: scipy.linalg.cholesky(a, lower=True, check_finite=False)),
            "cholesky-solve": applied(factor, solve_numpy),
            "symmetric-eigen": applied(lambda n, d: symmetric(n), lambda a: scipy.linalg.eigh(a, check_finite=False)),
            "tridiagonal": applied(bands, lambda p: scipy.linalg.solve_banded((1, 1), p[0], p[1], check_finite=False)),
            "fft": applied(complexes, lambda z: scipy.fft.fftn(z)),
            "exact-transport": assignment,
        },
        "torch": {
            "kernel-sum": lambda n, d: torch_columns(n, d, ones, lambda x, s: s),
            "force": lambda n, d: torch_columns(n, d, lifted, force),
            "svgd": lambda n, d: torch_columns(n, d, lifted, force),
            "gram": gram_of(torch_blocks, lambda x: torch.from_numpy(x)),
            "cholesky": applied(tensor(spd), lambda a: torch.linalg.cholesky(a)),
            "symmetric-eigen": applied(tensor(symmetric), lambda a: torch.linalg.eigh(a)),
            "matmul": applied(tensor(symmetric), lambda a: a @ a),
            "fft": applied(lambda n, d: torch.from_numpy(complexes(n, d)), lambda z: torch.fft.fftn(z)),
            "sinkhorn-100": log_sinkhorn,
        },
        "pot": {"exact-transport": network_simplex, "sinkhorn-100": pot_sinkhorn},
    }
    if scipy:
        for part in ("linalg", "fft", "optimize"):
            import_module("scipy." + part)
    return table


def versions():
    present = {name: found(module) for name, module in MODULES.items()}
    return {name: module.__version__ for name, module in present.items() if module}


def main():
    table, ready = routines(), {}
    for line in sys.stdin:
        word, *rest = line.split()
        if word == "versions":
            answer = json.dumps(versions())
        elif word == "prepare":
            library, routine, n, d = rest
            make = table[library].get(routine)
            ready[library] = make and make(int(n), int(d))
            answer = "ok" if make else "unknown routine"
        else:
            now = CLOCKS[rest[1]]
            start = now()
            ready[rest[0]]()
            answer = repr(now() - start)
        print(answer, flush=True)


main()
