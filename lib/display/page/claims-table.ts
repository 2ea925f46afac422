import { placeOf } from "../claim-place.js";
import { short } from "../figures/text.js";
import type { ClaimResult, ExperimentResult } from "../../experiments/language/result.js";
import { DIGITS, publishedNumber, RELATION } from "../tables/claims.js";
import { html, trusted, type Html } from "./html.js";
import type { Claim, Published } from "../../experiments/language/types.generated.js";
import { formulaTex } from "./formula-tex.js";
import { inlineFormula, mathText, nameTex } from "./mathematics.js";

/** Numbers are printed as in the figures; texts as they are. */
export const number = (value: number | string): Html =>
  typeof value === "number" ? trusted(short(value, DIGITS)) : html`${value}`;

export const verdict = (claim: ClaimResult): Html =>
  claim.holds ? html`<span class="ok" title="holds">✓</span>` : html`<span class="bad" title="fails">✗</span>`;

/** Formulas typeset, and what cannot be typeset as it is written. */
const typeset = (formula: string): Html => {
  const tex = formulaTex(formula);
  return tex === undefined ? html`<code>${formula}</code>` : inlineFormula(tex);
};

/** The claim as a sentence of mathematics: what was measured, and what of it is claimed. */
function sentence(claim: Claim): Html {
  switch (claim.claim) {
    case "equal":
      return html`${typeset(claim.measured)} =
      ${typeset(claim.expected)}${claim.relative === true ? ", relative to it" : ""}`;
    case "at-most":
      return html`${typeset(claim.measured)} ≤ ${typeset(claim.bound)}`;
    case "at-least":
      return html`${typeset(claim.measured)} ≥ ${typeset(claim.bound)}`;
    case "monotone":
      return html`${typeset(claim.measured)} is ${claim.direction} in ${inlineFormula(nameTex(claim.along))}`;
    case "ends":
      return html`every point of the run ${claim.run} ends as: ${claim.status}`;
  }
}

/** The published number with its source; the cell is empty where nothing is published. */
export const publishedCell = (published: Published | undefined): Html =>
  html`<td class="number" data-name="published">
    ${
      published &&
      html`${publishedNumber(published)}
        <div class="for">${published.source}${published.differs && html`; ours: ${published.differs}`}</div>`
    }
  </td>`;

function row(claim: ClaimResult, spec: Claim | undefined, compared: boolean): Html {
  const place = placeOf(claim);
  return html`<tr id="claim-${claim.name}">
    <td>${verdict(claim)}</td>
    <th scope="row">
      <code>${claim.name}</code
      >${claim.control ? html` <span class="tag" title="a control must fail">control</span>` : undefined}
      ${spec?.says === undefined ? undefined : html`<div>${mathText(spec.says)}</div>`}
      ${spec === undefined ? undefined : html`<div class="formula">${sentence(spec)}</div>`}
      <div class="for">${claim.for.join(", ")}</div>
    </th>
    <td class="number" data-name="expected">${RELATION[claim.claim]}${number(claim.expected)}</td>
    <td class="number" data-name="measured">
      ${number(claim.measured)}${place === "" ? undefined : html`<div class="for">${place}</div>`}
    </td>
    ${compared ? publishedCell(claim.published) : undefined}
    <td class="number" data-name="tolerance">${number(claim.tolerance)}</td>
    <td class="because" data-name="because">${mathText(claim.because)}</td>
  </tr>`;
}

/** Every claim of an experiment with the numbers that decide it. */
export function claimsTable({ claims, spec }: ExperimentResult): Html {
  const compared = claims.some(({ published }) => published !== undefined);
  const numbers = ["expected", "measured", ...(compared ? ["published"] : []), "tolerance"];
  return html`<div class="wide">
    <table class="claims">
      <thead>
        <tr>
          <th></th>
          <th>claim</th>
          ${numbers.map(name => html`<th class="number">${name}</th>`)}
          <th>because</th>
        </tr>
      </thead>
      <tbody>
        ${claims.map(claim => row(claim, spec.claims[claim.name], compared))}
      </tbody>
    </table>
  </div>`;
}
