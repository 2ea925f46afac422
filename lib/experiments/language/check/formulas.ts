import { claimsOf } from "../claims.js";
import { checkWords, dimensionsOf, isElsewhere, type DimensionFinder, type Words } from "../formula/dimensions.js";
import type { Dimensions, Outline } from "../formula/extents.js";
import { parseInX } from "../formula/in-x.js";
import { parse } from "../formula/parser.js";
import { explain, formulaError, isFormulaError } from "../formula/tree.js";
import { suggest } from "../../../arithmetic/suggest.js";
import { CONSTANTS, OUTPUT_DIMENSIONS } from "../vocabulary.js";
import { distinct, isUnder, type Finding } from "./problem.js";
import type { Mark } from "./schema.js";

/**
 * What a refused formula says, at its pointer. If the mistake stands elsewhere, in a quantity or a run, it is reported
 * there, and `otherwise` may still find one here.
 */
function attempt(pointer: string, formula: string, work: () => unknown, otherwise?: () => unknown): readonly Finding[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!isFormulaError(error)) throw error;
    if (isElsewhere(error.at)) return otherwise === undefined ? [] : attempt(pointer, formula, otherwise);
    return [{ pointer, message: explain(formula, error) }];
  }
}

const isFormula = (mark: Mark): boolean => mark.keyword === "x-formula";

/** Formulas in x, wherever they stand. */
export const checkFormulasInX = (marks: readonly Mark[]): readonly Finding[] =>
  marks
    .filter(mark => isFormula(mark) && mark.kind === "space")
    .flatMap(({ pointer, value }) => attempt(pointer, value, () => parseInX(value)));

/** Only the syntax: for a spec whose runs are not known. */
export const checkSyntax = (marks: readonly Mark[]): readonly Finding[] =>
  marks
    .filter(mark => isFormula(mark) && mark.kind === "experiment")
    .flatMap(({ pointer, value }) => attempt(pointer, value, () => parse(value)));

/** Formulas by the claim, figure or quantity they stand in: the others there say what `t` means. */
function neighbours(formulas: readonly Mark[]): (mark: Mark) => readonly string[] {
  const top = ({ pointer }: Mark): string => pointer.split("/", 3).join("/");
  const groups = new Map<string, string[]>();
  for (const mark of formulas) groups.set(top(mark), [...(groups.get(top(mark)) ?? []), mark.value]);
  return mark => groups.get(top(mark)) ?? [];
}

/** Whether the dimensions exist that a formula reduces, selects or broadcasts. */
function checkDimensions(marks: readonly Mark[], find: DimensionFinder, words: Words): readonly Finding[] {
  const formulas = marks.filter(mark => isFormula(mark) && mark.kind === "experiment");
  const syntax = checkSyntax(formulas);
  const broken = new Set(syntax.map(({ pointer }) => pointer));
  const readable = formulas.filter(({ pointer }) => !broken.has(pointer));
  const beside = neighbours(readable);
  return [
    ...syntax,
    ...readable.flatMap(mark =>
      attempt(
        mark.pointer,
        mark.value,
        () => find(mark.value, beside(mark), mark.pointer.startsWith("/quantities/")),
        () => checkWords(parse(mark.value), words),
      ),
    ),
  ];
}

/** The formulas of a claim that are compared, beside the one that is measured. */
const OTHERS = ["expected", "bound", "tolerance", "slack"] as const;

/** A published number stands beside one of ours. */
function checkPublished(name: string, measured: string, dims: () => Dimensions): readonly Finding[] {
  return attempt(`/claims/${name}/published`, measured, () => {
    const left = [...dims().keys()];
    if (left.length > 0)
      formulaError(
        `stands beside one number, and the measured quantity has one for every ${left.join(", ")}: select or reduce`,
        0,
      );
  });
}

/** Both sides of a claim fit together, and a monotone claim has its dimension. */
function checkClaims({ spec, broken }: Outline, find: DimensionFinder): readonly Finding[] {
  return Object.entries(claimsOf(spec)).flatMap(([name, claim]) => {
    if (claim.claim === "ends") return [];
    const beside = OTHERS.flatMap(key => (key in claim ? [String(claim[key as never])] : []));
    const dims = (formula: string): Dimensions => find(formula, [claim.measured, ...beside]);
    const sides = OTHERS.flatMap(key => {
      const other = key in claim ? String(claim[key as never]) : undefined;
      return other === undefined
        ? []
        : attempt(`/claims/${name}/${key}`, other, () => dims(`(${claim.measured})-(${other})`));
    });
    const own = (): Dimensions => dims(claim.measured);
    if (claim.claim === "monotone") return broken.has(claim.along) ? sides : checkAlong(name, claim.along, own);
    return claim.published === undefined ? sides : [...sides, ...checkPublished(name, claim.measured, own)];
  });
}

function checkAlong(name: string, along: string, dims: () => Dimensions): readonly Finding[] {
  return attempt(`/claims/${name}/along`, along, () => {
    const known = dims();
    const all = [...known.keys()];
    if (!known.has(along))
      formulaError(
        `"${along}" is no dimension of the measured quantity, only: ${all.join(", ") || "none"}${suggest(along, all)}`,
        0,
      );
    if (known.get(along)?.size === 1) formulaError(`"${along}" has one point only: there is nothing to compare`, 0);
  });
}

/** Every word that a formula of the experiment may use, whatever else is wrong with what it means. */
function wordsOf({ broken, written: { runs, axes, quantities } }: Outline): Words {
  return {
    names: ["t", ...axes, ...quantities, ...Object.keys(CONSTANTS)],
    runs,
    dimensions: [...OUTPUT_DIMENSIONS, ...axes],
    broken,
  };
}

/** Every formula of an experiment; of one that mentions something broken, only its words. */
export function checkFormulas(outline: Outline, marks: readonly Mark[]): readonly Finding[] {
  const find = dimensionsOf(outline);
  const single = checkDimensions(marks, find, wordsOf(outline));
  const wrong = (name: string): boolean => single.some(({ pointer }) => isUnder(pointer, `/claims/${name}`));
  const claims = Object.fromEntries(Object.entries(claimsOf(outline.spec)).filter(([name]) => !wrong(name)));
  return distinct([...single, ...checkClaims({ ...outline, spec: { ...outline.spec, claims } }, find)]);
}
