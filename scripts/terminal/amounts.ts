/** Seconds and bytes for people. */

const UNITS: readonly (readonly [number, string])[] = [
  [86400, "days"],
  [3600, "h"],
  [60, "min"],
  [1, "s"],
];

/** "2.3 h", "45 s", "0.012 s". */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return "unknown";
  const [length, unit] = UNITS.find(([least]) => seconds >= 1.5 * least) ?? [1, "s"];
  return `${Number((seconds / length).toPrecision(2))} ${unit}`;
}

const SIZES: readonly (readonly [number, string])[] = [
  [1e9, "GB"],
  [1e6, "MB"],
  [1e3, "kB"],
];

/** "1.2 GB", "340 kB". */
export function size(bytes: number): string {
  const [unit, name] = SIZES.find(([least]) => bytes >= least) ?? [1, "bytes"];
  return `${Number((bytes / unit).toPrecision(2))} ${name}`;
}
