import { defaultColumns, MAX_NUMBERS, refuseFile } from "./limits.js";
import { readNpy, type NpyArray } from "./npy.js";
import type { Sheet } from "./table.js";

function read(path: string, bytes: Uint8Array): NpyArray {
  try {
    return readNpy(bytes, MAX_NUMBERS);
  } catch (error) {
    return refuseFile(path, (error as Error).message);
  }
}

/** An array of shape (n) or (n, d) as a table; columns are called x1, x2, … */
export function parseNpy(path: string, bytes: Uint8Array): Sheet {
  const { data, shape } = read(path, bytes);
  const [n, d = 1] = shape;
  if (shape.length < 1 || shape.length > 2 || data.length === 0)
    return refuseFile(path, `an array of shape (n) or (n, d) is needed, with n and d ≥ 1, not (${shape.join(", ")})`);
  const at = (i: number, c: number): number => {
    const value = data[i * d + c];
    return Number.isFinite(value) ? value : refuseFile(path, `row ${i + 1}, column ${c + 1} is ${value}`);
  };
  return {
    columns: defaultColumns(d),
    count: n,
    numbers: c => Float64Array.from({ length: n }, (_, i) => at(i, c)),
  };
}
