/** The only places that write to the terminal: results to stdout, everything else to stderr. */

export const print = (text: string): void => void process.stdout.write(`${text}\n`);

export const note = (text: string): void => void process.stderr.write(`${text}\n`);

export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

/** Columns as wide as their widest cell; the last one as long as it is. */
export function table(rows: readonly (readonly string[])[]): string {
  const width = (column: number): number => Math.max(...rows.map(row => (row[column] ?? "").length));
  const widths = (rows[0] ?? []).map((_, column) => width(column));
  return rows
    .map(row =>
      row
        .map((cell, i) => (i < row.length - 1 ? cell.padEnd(widths[i]) : cell))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
