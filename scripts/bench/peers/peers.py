"""
What users of Python have today, asked line by line: "prepare <library> <routine> <n> <d>" is answered by "ok" or by what is missing,
"run <library> <clock>" by the seconds of one run, "answer <library>" by the first numbers of its result. float64, one thread, no gradient
tape, blocks of rows that stay in the cache.
"""
import json
import sys
import time
import warnings
from importlib import import_module

# libraries print what they like, and every line of an answer counts
answers, sys.stdout = sys.stdout, sys.stderr
warnings.filterwarnings("ignore")
MODULES = {"numpy": "numpy", "scipy": "scipy", "torch": "torch", "pot": "ot", "keops": "pykeops"}
CLOCKS = {"wall": time.perf_counter, "processor": time.process_time}


def found(name):
    try:
        return import_module(name)
    except Exception:
        return None


np, scipy, torch, ot, keops = (found(name) for name in MODULES.values())
if torch:
    torch.set_num_threads(1)
    torch.set_grad_enabled(False)
if keops:
    keops.set_verbose(False)
    LazyTensor = import_module("pykeops.numpy").LazyTensor


def cloud(n, d, seed):
    """The points of lib: 32-bit integers, mixed by multiplications, on the cube of side 4 / sqrt(d)."""
    h = np.arange(n * d, dtype=np.uint32) + np.uint32(seed * 0x9E3779B9 % 2**32)
    for _ in range(2):
        h = (h ^ (h >> np.uint32(16))) * np.uint32(0x45D9F3B)
    h ^= h >> np.uint32(16)
    return (h / 2.0**32 * (4 / d**0.5)).reshape(n, d)


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
def block_of(n):
    """Rows at a time: their kernel values take 1.6 MB."""
    return max(16, 200_000 // n)


def halves(x, y):
    """-|x - y|^2 = [2x, -|x|^2, -1] . [y, 1, |y|^2]: one product of matrices is all that comes before the exponential."""
    nx, ny, one = (x * x).sum(1)[:, None], (y * y).sum(1)[:, None], np.ones((len(x), 1))
    return np.hstack([2 * x, -nx, -one]), np.ascontiguousarray(np.hstack([y, one, ny]).T)


def numpy_blocks(x, y, keep=None):
    """Rows of the Gram matrix, a block at a time."""
    (left, right), n = halves(x, y), len(x)
    rows = block_of(n)
    room = np.empty((rows, n)) if keep is None else None
    for i in range(0, n, rows):
        part = left[i:i + rows]
        k = np.matmul(part, right, out=room[:len(part)] if keep is None else keep[i:i + rows])
        yield i, np.exp(k, out=k)


def torch_blocks(x, y, keep=None):
    left, right = (torch.from_numpy(half) for half in halves(x, y))
    n, rows = len(x), block_of(len(x))
    room = torch.empty((rows, n), dtype=torch.float64) if keep is None else None
    for i in range(0, n, rows):
        part = left[i:i + rows]
        k = torch.mm(part, right, out=room[:len(part)] if keep is None else keep[i:i + rows])
        yield i, k.exp_()


def ones(x, y):
    return np.full((len(y), 1), 1 / len(y))


def lifted(x, y):
    """[1, y] / n: sum_j w_j grad_1 k = 2 (sum_j k_j w_j y_j - x sum_j k_j w_j)."""
    return np.hstack([np.ones((len(y), 1)), y]) / len(y)


def scored(x, y):
    """[1, s - 2y] / n with scores s = -y: sum_j k s_j w_j + w_j grad_2 k = sum_j k_j w_j (s_j - 2y_j) + 2x sum_j k_j w_j."""
    return np.hstack([np.ones((len(y), 1)), -3 * y]) / len(y)


def force(x, s):
    return 2 * (s[:, 1:] - x * s[:, :1])


def direction(x, s):
    return s[:, 1:] + 2 * x * s[:, :1]


def sums(blocks, wrap, right, finish, seed=2):
    """Sums over the points of the cloud `seed`, for the points of cloud 1."""

    def prepare(n, d):
        x, y = cloud(n, d, 1), cloud(n, d, seed)
        z, targets, rows = wrap(right(x, y)), wrap(x), block_of(n)
        out = wrap(np.empty((n, z.shape[1] if right is ones else d)))

        def run():
            for i, k in blocks(x, y):
                out[i:i + rows] = finish(targets[i:i + rows], k @ z)
            return out

        return run

    return prepare


def gram_of(blocks, empty):
    def prepare(n, d):
        x, y = cloud(n, d, 1), cloud(n, d, 2)

        def run():
            out = empty((n, n))
            for _ in blocks(x, y, out):
                pass
            return out

        return run

    return prepare


def keops_sums(reduce, seed=2):
    """A formula of KeOps, which is compiled when it is first used."""

    def prepared(n, d):
        x, y = cloud(n, d, 1), cloud(n, d, seed)
        x_i, y_j = LazyTensor(x[:, None, :]), LazyTensor(y[None, :, :])
        z = x_i - y_j
        return lambda: reduce((-(z * z).sum(-1)).exp(), x_i, y_j, z, 1 / n)

    def prepare(n, d):
        prepared(64, d)()
        return prepared(n, d)

    return prepare


def kernel_sums(blocks, wrap):
    return {
        "kernel-sum": sums(blocks, wrap, ones, lambda x, s: s),
        "force": sums(blocks, wrap, lifted, force),
        "self-kernel-sum": sums(blocks, wrap, ones, lambda x, s: s, seed=1),
        "self-force": sums(blocks, wrap, lifted, force, seed=1),
        "svgd": sums(blocks, wrap, scored, direction, seed=1),
    }


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

    def run():
        rows, columns = scipy.optimize.linear_sum_assignment(c)
        return np.array([c[rows, columns].mean()])

    return run


def network_simplex(n, d):
    c, w = costs(n, d), np.full(n, 1 / n)
    return lambda: np.array([(ot.emd(w, w, c, numItermax=10**7) * c).sum()])


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
            **kernel_sums(numpy_blocks, np.asarray),
            "gram": gram_of(numpy_blocks, np.empty),
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
            **kernel_sums(torch_blocks, lambda a: torch.from_numpy(a)),
            "gram": gram_of(torch_blocks, lambda shape: torch.empty(shape, dtype=torch.float64)),
            "cholesky": applied(tensor(spd), lambda a: torch.linalg.cholesky(a)),
            "symmetric-eigen": applied(tensor(symmetric), lambda a: torch.linalg.eigh(a)),
            "matmul": applied(tensor(symmetric), lambda a: a @ a),
            "fft": applied(lambda n, d: torch.from_numpy(complexes(n, d)), lambda z: torch.fft.fftn(z)),
            "sinkhorn-100": log_sinkhorn,
        },
        "pot": {"exact-transport": network_simplex, "sinkhorn-100": pot_sinkhorn},
        "keops": {
            "kernel-sum": keops_sums(lambda k, x, y, z, w: w * k.sum(axis=1)),
            "force": keops_sums(lambda k, x, y, z, w: -2 * w * (k * z).sum(axis=1)),
            "self-kernel-sum": keops_sums(lambda k, x, y, z, w: w * k.sum(axis=1), seed=1),
            "self-force": keops_sums(lambda k, x, y, z, w: -2 * w * (k * z).sum(axis=1), seed=1),
            "svgd": keops_sums(lambda k, x, y, z, w: w * (k * (2 * z - y)).sum(axis=1), seed=1),
        },
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
        elif word == "answer":
            answer = json.dumps(np.asarray(ready[rest[0]]())[:3].ravel()[:12].tolist())
        else:
            now = CLOCKS[rest[1]]
            start = now()
            ready[rest[0]]()
            answer = repr(now() - start)
        print(answer, file=answers, flush=True)


main()
