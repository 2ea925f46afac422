/**
 * Stockham's transform of the columns of an array, see typescript/fft-columns.ts: lanes are neighbouring columns, of
 * which there is an even number.
 */

// @ts-ignore: decorator
@inline function at(table: usize, k: usize): v128 { return v128.load64_splat(table + (k << 3)); }

/** (x + iy) e^{-iα} at two addresses. */
// @ts-ignore: decorator
@inline function storeTurned(xr: v128, xi: v128, wr: v128, wi: v128, re: usize, im: usize): void {
  v128.store(re, f64x2.add(f64x2.mul(xr, wr), f64x2.mul(xi, wi)));
  v128.store(im, f64x2.sub(f64x2.mul(xi, wr), f64x2.mul(xr, wi)));
}

function radix2(
  re: usize,
  im: usize,
  outRe: usize,
  outIm: usize,
  n: usize,
  done: usize,
  columns: usize,
  cosines: usize,
  sines: usize,
): void {
  const q = n / done / 2,
    width = (done * columns) << 3,
    step = q * width;
  for (let p: usize = 0; p < q; p++) {
    const wr = at(cosines, p * done),
      wi = at(sines, p * done);
    for (let j: usize = 0; j < width; j += 16) {
      const from = p * width + j,
        to = (p << 1) * width + j;
      const ar = v128.load(re + from),
        ai = v128.load(im + from),
        br = v128.load(re + from + step),
        bi = v128.load(im + from + step);
      v128.store(outRe + to, f64x2.add(ar, br));
      v128.store(outIm + to, f64x2.add(ai, bi));
      storeTurned(f64x2.sub(ar, br), f64x2.sub(ai, bi), wr, wi, outRe + to + width, outIm + to + width);
    }
  }
}

function radix3(
  re: usize,
  im: usize,
  outRe: usize,
  outIm: usize,
  n: usize,
  done: usize,
  columns: usize,
  cosines: usize,
  sines: usize,
): void {
  const q = n / done / 3,
    width = (done * columns) << 3,
    step = q * width,
    half = f64x2.splat(0.5),
    root = f64x2.splat(0.8660254037844386);
  for (let p: usize = 0; p < q; p++) {
    const wr = at(cosines, p * done),
      wi = at(sines, p * done),
      vr = at(cosines, 2 * p * done),
      vi = at(sines, 2 * p * done);
    for (let j: usize = 0; j < width; j += 16) {
      const from = p * width + j,
        to = p * (width + (width << 1)) + j;
      const ar = v128.load(re + from),
        ai = v128.load(im + from),
        br = v128.load(re + from + step),
        bi = v128.load(im + from + step),
        cr = v128.load(re + from + 2 * step),
        ci = v128.load(im + from + 2 * step);
      const sr = f64x2.add(br, cr),
        si = f64x2.add(bi, ci),
        hr = f64x2.sub(ar, f64x2.mul(half, sr)),
        hi = f64x2.sub(ai, f64x2.mul(half, si)),
        dr = f64x2.mul(root, f64x2.sub(br, cr)),
        di = f64x2.mul(root, f64x2.sub(bi, ci));
      v128.store(outRe + to, f64x2.add(ar, sr));
      v128.store(outIm + to, f64x2.add(ai, si));
      storeTurned(f64x2.add(hr, di), f64x2.sub(hi, dr), wr, wi, outRe + to + width, outIm + to + width);
      storeTurned(f64x2.sub(hr, di), f64x2.add(hi, dr), vr, vi, outRe + to + 2 * width, outIm + to + 2 * width);
    }
  }
}

function radix4(
  re: usize,
  im: usize,
  outRe: usize,
  outIm: usize,
  n: usize,
  done: usize,
  columns: usize,
  cosines: usize,
  sines: usize,
): void {
  const q = n / done / 4,
    width = (done * columns) << 3,
    step = q * width;
  for (let p: usize = 0; p < q; p++) {
    const k = p * done,
      wr = at(cosines, k),
      wi = at(sines, k),
      vr = at(cosines, 2 * k),
      vi = at(sines, 2 * k),
      tr = at(cosines, 3 * k),
      ti = at(sines, 3 * k);
    for (let j: usize = 0; j < width; j += 16) {
      const from = p * width + j,
        to = (p << 2) * width + j;
      const ar = v128.load(re + from),
        ai = v128.load(im + from),
        br = v128.load(re + from + step),
        bi = v128.load(im + from + step),
        cr = v128.load(re + from + 2 * step),
        ci = v128.load(im + from + 2 * step),
        dr = v128.load(re + from + 3 * step),
        di = v128.load(im + from + 3 * step);
      const er = f64x2.add(ar, cr),
        ei = f64x2.add(ai, ci),
        fr = f64x2.sub(ar, cr),
        fi = f64x2.sub(ai, ci),
        gr = f64x2.add(br, dr),
        gi = f64x2.add(bi, di),
        hr = f64x2.sub(br, dr),
        hi = f64x2.sub(bi, di);
      v128.store(outRe + to, f64x2.add(er, gr));
      v128.store(outIm + to, f64x2.add(ei, gi));
      storeTurned(f64x2.add(fr, hi), f64x2.sub(fi, hr), wr, wi, outRe + to + width, outIm + to + width);
      storeTurned(f64x2.sub(er, gr), f64x2.sub(ei, gi), vr, vi, outRe + to + 2 * width, outIm + to + 2 * width);
      storeTurned(f64x2.sub(fr, hi), f64x2.add(fi, hr), tr, ti, outRe + to + 3 * width, outIm + to + 3 * width);
    }
  }
}

/**
 * All stages; result and room exchange their places with every stage, and the number of stages is returned. `table` are
 * the cosines of
 * 2πk/n, k < n, and behind them the sines.
 */
export function transformColumns(
  re: usize,
  im: usize,
  roomRe: usize,
  roomIm: usize,
  n: usize,
  columns: usize,
  table: usize,
): usize {
  const sines = table + (n << 3);
  let stages: usize = 0;
  for (let done: usize = 1; done < n; stages++) {
    const rest = n / done,
      radix: usize = rest % 4 === 0 ? 4 : rest % 3 === 0 ? 3 : 2;
    if (radix === 4) radix4(re, im, roomRe, roomIm, n, done, columns, table, sines);
    else if (radix === 3) radix3(re, im, roomRe, roomIm, n, done, columns, table, sines);
    else radix2(re, im, roomRe, roomIm, n, done, columns, table, sines);
    let swapped = re;
    re = roomRe;
    roomRe = swapped;
    swapped = im;
    im = roomIm;
    roomIm = swapped;
    done *= radix;
  }
  return stages;
}
