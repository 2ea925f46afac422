/**
 * Fingerprints of what every routine behind the door of lib/compute puts out, for the same inputs everywhere: as a
 * program (`bits.mjs wasm|typescript THREADS small|full`, JSON on stdout), and as a module in a page. Of JavaScript
 * only what has the same bits on every machine makes the inputs.
 */

/** Numbers in [-1, 1) from a linear congruential generator in integers. */
function numbers(count, seed) {
  let state = seed | 0;
  return Float64Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2147483648;
  });
}

/** FNV-1a over the bytes, little-endian, with one NaN for all. */
function fingerprint(hash, values) {
  const view = new DataView(new ArrayBuffer(8));
  for (const v of values) {
    view.setFloat64(0, v !== v ? NaN : v, true);
    for (let k = 0; k < 8; k++) hash = Math.imul(hash ^ view.getUint8(k), 16777619);
  }
  return hash;
}

/** A positive definite matrix. */
const positive = (n, seed) => {
  const b = numbers(n * n, seed);
  return b.map((v, ij) => {
    const i = Math.floor(ij / n);
    const j = ij % n;
    return v + b[j * n + i] + (i === j ? 2 * n : 0);
  });
};

/** What each routine gives for one cloud of targets and one of sources. */
const kernelRoutines = {
  "kernel sums": (c, k, x, y, dim, w) => c.kernelSum(k, x, y, dim, w),
  "gradient sums": (c, k, x, y, dim, w) => c.kernelGradientSum(k, x, y, dim, w),
  "Stein directions": (c, k, x, y, dim, w) => c.steinSum(k, y, dim, w),
  "mixed traces": (c, k, x, y, dim, w) => c.mixedTraceField(k, x, y, dim, w),
  "Gram matrices": (c, k, x, y, dim) => c.gram(k, x, y, dim),
};

const cost = exponent => ({ name: "power", factor: 1, offset: 0, rate: 1, exponent });

/** Fingerprints by name of routine; `modules` are compute and the kernels of its tests. */
export function fingerprints({ compute, kernels }, size) {
  const result = {};
  const add = (name, values) => {
    result[name] = fingerprint(result[name] ?? 0x811c9dc5, values);
  };
  for (const dim of [1, 2, 3, 10]) {
    const n = size === "small" ? 37 : 303;
    const m = 41;
    const x = numbers(n * dim, 1 + dim);
    const y = numbers(m * dim, 2 + dim);
    const w = numbers(m, 3);
    for (const kernel of kernels(dim).filter(({ name }) => size !== "small" || !name.includes("stein")))
      for (const [name, routine] of Object.entries(kernelRoutines)) add(name, routine(compute, kernel, x, y, dim, w));
    for (const exponent of [0.5, 1])
      add(
        "soft minima",
        compute.softMinimum(
          cost(exponent),
          x,
          y,
          dim,
          w,
          w.map(v => v * v),
          0.05,
        ),
      );
  }
  const n = size === "small" ? 300 : 5000;
  const x = numbers(2 * n, 7);
  const w = numbers(n, 8);
  const [gaussian] = kernels(2);
  const side = size === "small" ? 40 : 150;
  add("sums of many points", compute.kernelSum(gaussian, x, x, 2, w));
  add("gradient sums of many points", compute.kernelGradientSum(gaussian, x, x, 2, w));
  for (const shape of size === "small" ? [[16, 8]] : [[4096], [64, 64], [16, 16, 16], [96, 45]]) {
    const [re, im] = [12, 13].map(seed =>
      numbers(
        shape.reduce((a, b) => a * b, 1),
        seed,
      ),
    );
    compute.fft(shape)(re, im);
    add("Fourier transforms", [...re, ...im]);
  }
  const matrix = positive(side, 9);
  add("Cholesky factors", compute.cholesky(matrix, side));
  const { values, vectors } = compute.symmetricEigen(matrix, side);
  add("eigenvalues and eigenvectors", [...values, ...vectors]);
  return Object.fromEntries(
    Object.entries(result).map(([name, hash]) => [name, (hash >>> 0).toString(16).padStart(8, "0")]),
  );
}

/**
 * Loads the library from a folder or a server, chooses where it computes, waits for its threads, and takes the
 * fingerprints.
 */
export async function measure(library, backend, threads, size) {
  const compute = await import(`${library}/compute/index.js`);
  const { kernels } = await import(`${library}/systems/kernels/fixtures.js`);
  compute.useBackend(backend);
  compute.useThreads(threads);
  if (compute.backend() !== backend) throw new Error(`there is no backend ${backend} here`);
  const x = numbers(1000, 1);
  compute.gram(kernels(1)[0], x, x, 1);
  for (let wait = 0; backend === "wasm" && threads > 1 && compute.threadsAtWork() < threads; wait++) {
    if (wait > 3000) throw new Error(`the ${threads} threads do not start`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  return fingerprints({ compute, kernels }, size);
}

if (typeof process === "object") {
  const { pathToFileURL, fileURLToPath } = await import("node:url");
  if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
    const [backend, threads, size] = process.argv.slice(2);
    const library = fileURLToPath(new URL("../../dist/lib", import.meta.url));
    console.log(JSON.stringify(await measure(library, backend, Number(threads), size)));
  }
}
