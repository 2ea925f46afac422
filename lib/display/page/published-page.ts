import { mathText } from "./mathematics.js";
import { publishedCell, verdict, number } from "./claims-table.js";
import { html, type Html } from "./html.js";
import { document } from "./layout.js";
import type { ClaimResult } from "../../experiments/language/result.js";
import type { PageExperiment } from "./page-input.js";

/** The claims of an experiment that a published number stands beside. */
const comparedClaims = ({ result }: PageExperiment): readonly ClaimResult[] =>
  result.claims.filter(({ published }) => published !== undefined);

function rowOf({ result }: PageExperiment, claim: ClaimResult): Html {
  const { path, spec } = result;
  const says = spec.claims[claim.name]?.says;
  return html`<tr>
    <td>${verdict(claim)}</td>
    <th scope="row">
      <a href="${path}/index.html#claim-${claim.name}"><code>${claim.name}</code></a>
      ${says && html`<div>${mathText(says)}</div>`}
      <div class="for">${claim.for.join(", ")} · ${mathText(spec.title)}</div>
    </th>
    ${publishedCell(claim.published)}
    <td class="number" data-name="ours">${number(claim.measured)}</td>
  </tr>`;
}

/** Every published number of every experiment beside ours. */
export const publishedPage = (experiments: readonly PageExperiment[]): string =>
  document(
    "Published against ours",
    "",
    html`<nav><a href="index.html">All experiments</a></nav>
      <main>
        <header>
          <h1>Published against ours</h1>
          <p class="lead">
            Every number of a paper, or of its published results, that an experiment here computes too. A tick says that
            the claim about our number holds; what the claim asks for stands on the page of the experiment.
          </p>
        </header>
        <div class="wide">
          <table class="claims">
            <thead>
              <tr>
                <th></th>
                <th>claim</th>
                <th class="number">published</th>
                <th class="number">ours</th>
              </tr>
            </thead>
            <tbody>
              ${experiments.flatMap(experiment => comparedClaims(experiment).map(claim => rowOf(experiment, claim)))}
            </tbody>
          </table>
        </div>
      </main>`,
  );
