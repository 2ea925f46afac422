import { bound } from "./claims/bound.js";
import { ends } from "./claims/ends.js";
import { equal } from "./claims/equal.js";
import { monotone } from "./claims/monotone.js";
import { trustedRuns } from "./claims/trusted.js";
import type { Verdict } from "./claims/worst.js";
import { evaluatorOf, type Evaluation, type Evaluator } from "./formula/evaluate.js";
import { mentionedRuns } from "./formula/mentions.js";
import { isFormulaError } from "./formula/tree.js";
import { own } from "./own.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { ClaimResult } from "./result.js";
import type { Claim, Experiment } from "./types.generated.js";

type Judges = {
  readonly [N in Claim["claim"]]: (
    claim: Extract<Claim, { claim: N }>,
    evaluate: Evaluator,
    context: Evaluation,
  ) => Verdict;
};

const JUDGES: Judges = {
  equal: (claim, evaluate, { spec }) => equal(claim, evaluate, spec),
  "at-most": (claim, evaluate, { spec }) => bound(claim, evaluate, spec),
  "at-least": (claim, evaluate, { spec }) => bound(claim, evaluate, spec),
  monotone: (claim, evaluate, { spec }) => monotone(claim, evaluate, spec),
  ends: (claim, _, { spec, runs }) =>
    ends(claim, own(runs, claim.run) ?? refuse(`there is no run "${claim.run}"`), spec),
};

const judgeOf = (claim: Claim): Judges["equal"] => JUDGES[claim.claim] as Judges["equal"];

/** The claims of an experiment under their names. */
export const claimsOf = (spec: Experiment): Readonly<Record<string, Claim>> =>
  spec.claims as Readonly<Record<string, Claim>>;

const UNDECIDED = {
  satisfied: false,
  finite: false,
  expected: "a number",
  tolerance: 0,
  deviation: NaN,
  at: {},
} as const;

/** The verdict; a formula that cannot be evaluated on these results decides nothing and says why. */
function verdictOn(claim: Claim, evaluate: Evaluator, context: Evaluation): Verdict {
  try {
    return judgeOf(claim)(claim as never, evaluate, context);
  } catch (error) {
    if (isFormulaError(error)) return { ...UNDECIDED, measured: error.message };
    throw error;
  }
}

/** What the literature says beside a claim, if anything. */
const publishedOf = (claim: Claim): Pick<ClaimResult, "published"> =>
  "published" in claim && claim.published !== undefined ? { published: claim.published } : {};

/** How the first run of a claim that did not run to its end ended. */
function brokenRun(claim: Claim, { spec, runs }: Evaluation): string | undefined {
  const reasons = mentionedRuns(claim, spec).flatMap(run =>
    (own(runs, run)?.status ?? [])
      .filter(({ status }) => status !== "completed")
      .map(({ status, reason }) => `run "${run}" ${status}: ${reason}`),
  );
  return reasons[0];
}

/** What was measured: where that is no number, the run that broke is the finding. */
const finding = (claim: Claim, { finite, measured }: Verdict, context: Evaluation): number | string =>
  finite ? measured : (brokenRun(claim, context) ?? measured);

function resultOf(name: string, claim: Claim, verdict: Verdict, context: Evaluation): ClaimResult {
  const { finite, satisfied, ...rest } = verdict;
  const control = claim.control ?? false;
  return {
    name,
    claim: claim.claim,
    for: claim.for ?? context.spec.illustrates,
    control,
    because: claim.because,
    satisfied: finite && satisfied,
    holds: finite && satisfied !== control,
    ...rest,
    measured: finding(claim, verdict, context),
    ...publishedOf(claim),
  };
}

/**
 * Every claim of an experiment with the numbers that decide it, in the order of the spec. A claim holds if its sentence
 * is true of all places that its formulas leave; a control holds if it is false somewhere. Neither holds on a number
 * that is not finite, and none of a point that failed is, unless a claim about the end of its run expects that.
 */
export function judge(spec: Experiment, runs: Evaluation["runs"]): readonly ClaimResult[] {
  const context: Evaluation = { spec, runs: trustedRuns(spec, runs) };
  const evaluate = evaluatorOf(context);
  return Object.entries(claimsOf(spec)).map(([name, claim]) =>
    resultOf(name, claim, verdictOn(claim, evaluate, context), context),
  );
}
