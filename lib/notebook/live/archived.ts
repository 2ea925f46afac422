import { drawFigure } from "../../display/figures/index.js";
import type { PlotlyFigure } from "../../display/figures/plotly-figure.js";
import { refuse } from "../../arithmetic/refusal.js";
import { readArchive } from "../../experiments/archive/archive.js";
import { resultFolder } from "../../experiments/archive/work/project.js";
import type { ExperimentResult } from "../../experiments/language/result.js";
import { saidClaims } from "../../display/tables/claims.js";
import type { Claims, Slide } from "../display/show.js";
import { project, specFileOf } from "./spec.js";

/** The archived result of an experiment of this project. Refuses one that is missing or damaged. */
export function experiment(id: string): ExperimentResult {
  const { path } = specFileOf(id);
  const archive = readArchive(resultFolder(project, path), path);
  if (archive.state === "whole") return archive.result;
  return refuse(`the archive of ${path} is ${archive.state}: \`flows reproduce --only ${path}\` makes it`);
}

const resultOf = (of: string | ExperimentResult): ExperimentResult => (typeof of === "string" ? experiment(of) : of);

/** A figure of a result or of an archived experiment; the first one if no name is given. */
export function figure(of: string | ExperimentResult, name?: string): PlotlyFigure {
  const result = resultOf(of);
  return drawFigure(result, name ?? Object.keys(result.spec.figures)[0], "light");
}

/** A figure of a result or of an archived experiment, light enough for a notebook of many: alive, without a picture. */
export const slide = (of: string | ExperimentResult, name?: string): Slide => ({ slide: figure(of, name) });

/** The claims of a result or of an archived experiment; those that speak for one statement if its id is given. */
export function claims(of: string | ExperimentResult, statement?: string): Claims {
  const all = saidClaims(resultOf(of));
  return { claims: statement === undefined ? all : all.filter(claim => claim.for.includes(statement)) };
}
