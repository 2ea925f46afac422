/**
 * A run as files: one JSON that a person can read, and an .npy file beside it for every array of more than 200 numbers.
 */
import type { NamedArray } from "../../arithmetic/named-arrays.js";
import type { RunArchive } from "../language/result.js";
import { readable, revive } from "./json.js";
import { npyOf, readNpy } from "../../systems/measures/data/npy.js";
import type { Vec } from "../../arithmetic/vec.js";

/** File name -> bytes. */
export type Files = ReadonlyMap<string, Uint8Array>;

interface StoredArray {
  readonly dims: readonly string[];
  readonly shape: readonly number[];
  readonly data?: readonly (number | string)[];
  readonly file?: string;
}

type Arrays = Readonly<Record<string, NamedArray>>;
type Stored = Readonly<Record<string, StoredArray>>;

interface StoredRun extends Pick<RunArchive, "axes" | "status" | "notes"> {
  readonly outputs: Stored;
  readonly coordinates: Readonly<Record<string, StoredArray>>;
  readonly certificate?: { readonly series: Stored; readonly absent: Readonly<Record<string, string>> };
}

const READABLE = 200;

const mapValues = <A, B>(record: Readonly<Record<string, A>>, f: (value: A, key: string) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, f(value, key)]));

const asArray = (data: Vec, dim: string): NamedArray => ({ dims: [dim], shape: [data.length], data });

/** Stores one array, inline or in a file of its own, which is added to `files`. */
function store(array: NamedArray, name: string, files: Map<string, Uint8Array>): StoredArray {
  const { dims, shape, data } = array;
  if (data.length <= READABLE) return { dims, shape, data: [...data] };
  files.set(`${name}.npy`, npyOf(data, shape));
  return { dims, shape, file: `${name}.npy` };
}

/** `<run>.json` and the `.npy` files that it names. */
export function filesOfRun(name: string, run: RunArchive): Files {
  const files = new Map<string, Uint8Array>();
  const storeAll = (arrays: Arrays, part: string): Stored =>
    mapValues(arrays, (array, key) => store(array, `${name}.${part}${key}`, files));
  const { axes, status, notes, certificate } = run;
  const stored: StoredRun = {
    axes,
    status,
    notes,
    coordinates: storeAll(mapValues(run.coordinates, asArray), "coordinate."),
    outputs: storeAll(run.outputs, ""),
    certificate: certificate && { series: storeAll(certificate.series, "certificate."), absent: certificate.absent },
  };
  return new Map([[`${name}.json`, Buffer.from(readable(stored))], ...files]);
}

function restore({ dims, shape, data, file }: StoredArray, files: Files): NamedArray {
  if (file !== undefined) return { dims, shape, data: readNpy(files.get(file)!).data };
  return { dims, shape, data: Float64Array.from(data!, value => Number(revive(value))) };
}

/** The inverse of `filesOfRun`. */
export function runOfFiles(name: string, files: Files): RunArchive {
  const stored = JSON.parse(Buffer.from(files.get(`${name}.json`)!).toString()) as StoredRun;
  const restoreAll = (arrays: Stored): Arrays => mapValues(arrays, array => restore(array, files));
  const { axes, status, notes, certificate } = stored;
  return {
    axes,
    status,
    notes,
    outputs: restoreAll(stored.outputs),
    coordinates: mapValues(stored.coordinates, array => restore(array, files).data),
    ...(certificate && { certificate: { series: restoreAll(certificate.series), absent: certificate.absent } }),
  };
}
