/**
 * JSON as results are stored in: every number comes back with the same bits, also NaN, ±Infinity (as strings) and -0.
 */

const WIDTH = 140;

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: object, sorted: boolean): [string, unknown][] => {
  const fields = Object.entries(value).filter(([, child]) => child !== undefined);
  return sorted ? fields.sort(([a], [b]) => (a < b ? -1 : 1)) : fields;
};

/** Shortest decimal that reads back as the same double. */
function number(value: number): string {
  if (!Number.isFinite(value)) return `"${value}"`;
  return Object.is(value, -0) ? "-0" : String(value);
}

const scalar = (value: unknown): string => (typeof value === "number" ? number(value) : JSON.stringify(value));

const isScalar = (value: unknown): boolean => value === null || typeof value !== "object";

function compact(value: unknown, sorted: boolean, gap: string): string {
  if (isScalar(value)) return scalar(value);
  if (Array.isArray(value)) return `[${value.map(child => compact(child, sorted, gap)).join(`,${gap}`)}]`;
  const fields = fieldsOf(value as Fields, sorted).map(
    ([key, child]) => `${JSON.stringify(key)}:${gap}${compact(child, sorted, gap)}`,
  );
  return `{${fields.join(`,${gap}`)}}`;
}

/** One text per value: no spaces, keys sorted. What gets hashed. */
export const canonical = (value: unknown): string => compact(value, true, "");

/** Numbers in lines of at most the page's width. */
function fill(items: readonly string[], indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const item of items) {
    if (line !== "" && indent.length + line.length + item.length + 2 > WIDTH) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? item : ` ${item}`;
  }
  return [...lines, line].map(text => indent + text).join("\n");
}

function block(value: unknown, indent: string): string {
  const flat = compact(value, false, " ");
  if (isScalar(value) || indent.length + flat.length <= WIDTH - 20) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value) && value.every(isScalar))
    return `[\n${fill(
      value.map((child, i) => scalar(child) + (i < value.length - 1 ? "," : "")),
      inner,
    )}\n${indent}]`;
  if (Array.isArray(value)) return `[\n${value.map(child => inner + block(child, inner)).join(",\n")}\n${indent}]`;
  const fields = fieldsOf(value as Fields, false).map(
    ([key, child]) => `${inner}${JSON.stringify(key)}: ${block(child, inner)}`,
  );
  return `{\n${fields.join(",\n")}\n${indent}}`;
}

/** For people: what fits stands on one line, the rest is indented; ends with a line break. */
export const readable = (value: unknown): string => `${block(value, "")}\n`;

const NON_FINITE = new Set(["NaN", "Infinity", "-Infinity"]);

/** The number that `canonical` or `readable` wrote; other strings stay what they are. */
export const revive = (value: number | string): number | string =>
  NON_FINITE.has(value as string) ? Number(value) : value;
