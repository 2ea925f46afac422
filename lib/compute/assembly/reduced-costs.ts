/** Arcs that are compared with the least so far at once. */
const CHUNK: usize = 128;

// @ts-ignore: decorator
@inline function reduced(cost: usize, f: v128, g: usize): v128 {
  return f64x2.sub(f64x2.sub(v128.load(cost), f), v128.load(g));
}

/** Whether any of 16 arcs of a row is below `least`. */
// @ts-ignore: decorator
@inline function anyBelow(cost: usize, f: v128, g: usize, least: f64): bool {
  const a = f64x2.pmin(reduced(cost, f, g), reduced(cost + 16, f, g + 16)),
    b = f64x2.pmin(reduced(cost + 32, f, g + 32), reduced(cost + 48, f, g + 48)),
    c = f64x2.pmin(reduced(cost + 64, f, g + 64), reduced(cost + 80, f, g + 80)),
    d = f64x2.pmin(reduced(cost + 96, f, g + 96), reduced(cost + 112, f, g + 112));
  return v128.any_true(f64x2.lt(f64x2.pmin(f64x2.pmin(a, b), f64x2.pmin(c, d)), f64x2.splat(least)));
}

/**
 * Index of the first least C_ij - f_i - g_j among `count` arcs from index `from` of the n × m costs, where it is below
 * `below`; else -1.
 * `potentials` is f, then g. Most chunks hold nothing new, and are passed over 16 at a time.
 */
export function leastReduced(
  cost: usize,
  potentials: usize,
  n: usize,
  m: usize,
  from: usize,
  count: usize,
  below: f64,
): i32 {
  const g = potentials + (n << 3),
    width = m << 3;
  let least = below,
    best: i32 = -1,
    row = from / m,
    at = (from - row * m) << 3,
    left = count << 3;
  for (; left > 0; row++, at = 0) {
    const c = cost + row * width,
      f = load<f64>(potentials + (row << 3)),
      lanes = f64x2.splat(f),
      end = min(width, at + left);
    left -= end - at;
    while (at < end) {
      if (at + CHUNK <= end && !anyBelow(c + at, lanes, g + at, least)) {
        at += CHUNK;
        continue;
      }
      for (const stop = min(at + CHUNK, end); at < stop; at += 8) {
        const value = load<f64>(c + at) - f - load<f64>(g + at);
        if (value < least) {
          least = value;
          best = <i32>((row * width + at) >> 3);
        }
      }
    }
  }
  return best;
}
