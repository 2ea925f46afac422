import { short } from "../figures/text.js";
import type { ClaimResult, ExperimentResult } from "../../experiments/language/result.js";
import { html, trusted, type Html } from "./html.js";
import { mathText } from "./mathematics.js";

/** Numbers are printed as in the figures; texts as they are. */
const number = (value: number | string, digits: number): Html =>
  typeof value === "number" ? trusted(short(value, digits)) : html`${value}`;

const RELATION: { readonly [C in ClaimResult["claim"]]: string } = {
  equal: "",
  "at-most": "≤ ",
  "at-least": "≥ ",
  monotone: "",
  ends: "",
};

/** Coordinates are shown with the digits that tell them apart, labels as they are. */
const coordinate = (label: string): string =>
  label.trim() === "" || !Number.isFinite(Number(label)) ? label : String(Number(Number(label).toPrecision(6)));
const where = (claim: ClaimResult): string =>
  Object.entries(claim.at)
    .map(([dim, label]) => `${dim} = ${coordinate(label)}`)
    .join(", ");

const verdict = (claim: ClaimResult): Html =>
  claim.holds ? html`<span class="ok" title="holds">✓</span>` : html`<span class="bad" title="fails">✗</span>`;

function row(claim: ClaimResult, says: string | undefined): Html {
  const place = where(claim);
  return html`<tr id="claim-${claim.name}">
    <td>${verdict(claim)}</td>
    <th scope="row">
      <code>${claim.name}</code
      >${claim.control ? html` <span class="tag" title="a control must fail">control</span>` : undefined}
      ${says === undefined ? undefined : html`<div>${mathText(says)}</div>`}
      <div class="for">${claim.for.join(", ")}</div>
    </th>
    <td class="number" data-name="expected">${RELATION[claim.claim]}${number(claim.expected, 6)}</td>
    <td class="number" data-name="measured">
      ${number(claim.measured, 6)}${place === "" ? undefined : html`<div class="for">${place}</div>`}
    </td>
    <td class="number" data-name="tolerance">${number(claim.tolerance, 2)}</td>
    <td class="because" data-name="because">${mathText(claim.because)}</td>
  </tr>`;
}

/** Every claim of an experiment with the numbers that decide it. */
export const claimsTable = ({ claims, spec }: ExperimentResult): Html =>
  html`<div class="wide">
    <table class="claims">
      <thead>
        <tr>
          <th></th>
          <th>claim</th>
          ${["expected", "measured", "tolerance"].map(name => html`<th class="number">${name}</th>`)}
          <th>because</th>
        </tr>
      </thead>
      <tbody>
        ${claims.map(claim => row(claim, spec.claims[claim.name]?.says))}
      </tbody>
    </table>
  </div>`;
