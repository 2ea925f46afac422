/** Kronrod's 15 nodes on [0, 1) (symmetric) with his weights, and Gauss' 7 weights on every second of them. */
const NODES = [
  0.991455371120812639206854697526329, 0.949107912342758524526189684047851, 0.864864423359769072789712788640926,
  0.741531185599394439863864773280788, 0.58608723546769113029414469324913, 0.405845151377397166906606412076961,
  0.207784955007898467600689403773245, 0,
];
const KRONROD = [
  0.02293532201052922496373200805897, 0.063092092629978553290700663189204, 0.104790010322250183839876322541518,
  0.140653259715525918745189590510238, 0.16900472663926790282829543641245, 0.190350578064785409913256402421014,
  0.204432940075298892414161999234649, 0.209482141084727828012999174891714,
];
const GAUSS = [
  0.129484966168869693270611432679082, 0.27970539148927666790146777142378, 0.381830050505118944950369775488975,
  0.417959183673469387755102040816327,
];

/** Both quadratures over [a, b]. */
function pair(f: (x: number) => number, a: number, b: number): readonly [kronrod: number, gauss: number] {
  const middle = (a + b) / 2;
  const half = (b - a) / 2;
  let kronrod = 0;
  let gauss = 0;
  NODES.forEach((x, i) => {
    const value = x === 0 ? f(middle) : f(middle - half * x) + f(middle + half * x);
    kronrod += KRONROD[i] * value;
    if (i % 2 === 1) gauss += GAUSS[(i - 1) / 2] * value;
  });
  return [half * kronrod, half * gauss];
}

/**
 * ∫_a^b f by Gauss-Kronrod 7-15, halving until both agree to `tolerance` relative to the integral (at most `depth`
 * times).
 */
export function integrate(f: (x: number) => number, a: number, b: number, tolerance = 1e-13, depth = 40): number {
  const [kronrod, gauss] = pair(f, a, b);
  const middle = (a + b) / 2;
  if (depth === 0 || !(Math.abs(kronrod - gauss) > tolerance * Math.abs(kronrod))) return kronrod;
  return integrate(f, a, middle, tolerance, depth - 1) + integrate(f, middle, b, tolerance, depth - 1);
}
