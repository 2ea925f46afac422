import { parse } from "../../experiments/language/formula/parser.js";
import { isFormulaError } from "../../experiments/language/formula/tree.js";

/** Entries of a figure that are for readers. */
const PROSE: ReadonlySet<string> = new Set("title caption note label labels abscissa ordinate badges".split(" "));

function isFormula(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch (error) {
    if (isFormulaError(error)) return false;
    throw error;
  }
}

/** All formulas of a figure: together their runs say what `t` means in each of them, as the checker has it. */
export function formulasIn(part: unknown): readonly string[] {
  if (typeof part === "string") return isFormula(part) ? [part] : [];
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) => (PROSE.has(key) ? [] : formulasIn(inner)));
}
