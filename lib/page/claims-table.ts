import { short } from "../figures/text.js";
import type { ClaimResult } from "../spec/result.js";
import { html, trusted, type Html } from "./html.js";
import { mathText } from "./mathematics.js";

/** Numbers are printed as in the figures; texts as they are. */
const number = (value: number | string, digits: number): Html =>
  (typeof value === "number" ? trusted(short(value, digits)) : html`${value}`);

const RELATION: { readonly [C in ClaimResult["claim"]]: string } = { equal: "", "at-most": "≤ ", "at-least": "≥ ", monotone: "", ends: "" };

const where = (claim: ClaimResult): string => Object.entries(claim.at).map(([dim, label]) => `${dim} = ${label}`).join(", ");

const verdict = (claim: ClaimResult): Html =>
  claim.holds ? html`<span class="ok" title="holds">✓</span>` : html`<span class="bad" title="fails">✗</span>`;

function row(claim: ClaimResult): Html {
  const place = where(claim);
  return html`<tr id="claim-${claim.name}">
  <td>${verdict(claim)}</td>
  <th scope="row"><code>${claim.name}</code>${claim.control ? html` <span class="tag" title="a control must fail">control</span>` : undefined}
    <div class="for">${claim.for.join(", ")}</div></th>
  <td class="number">${RELATION[claim.claim]}${number(claim.expected, 6)}</td>
  <td class="number">${number(claim.measured, 6)}${place === "" ? undefined : html`<div class="for">${place}</div>`}</td>
  <td class="number">${number(claim.tolerance, 2)}</td>
  <td class="because">${mathText(claim.because)}</td>
</tr>`;
}

/** Every claim with the numbers that decide it. */
export const claimsTable = (claims: readonly ClaimResult[]): Html => html`<div class="wide"><table class="claims">
<thead><tr><th></th><th>claim</th><th class="number">expected</th><th class="number">measured</th><th class="number">tolerance</th><th>because</th></tr></thead>
<tbody>
${claims.map(row)}
</tbody>
</table></div>`;
