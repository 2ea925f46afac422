import { html, type Html } from "./html.js";
import { plainTitle } from "../figures/plain-text.js";
import { document, tallyHtml, type Tally } from "./layout.js";
import { mathText } from "./mathematics.js";
import type { PageExperiment, PageInput } from "./page-input.js";
import type { Statement } from "../../experiments/archive/manifest-record.js";

const tallyOf = ({ result }: PageExperiment): Tally => ({
  held: result.claims.filter(c => c.holds).length,
  total: result.claims.length,
});

function card(experiment: PageExperiment): Html {
  const { path, spec } = experiment.result;
  const [first] = experiment.pictures;
  return html`<article>
    <a href="${path}/index.html"
      >${
        first === undefined
          ? undefined
          : html`<picture>
              <source srcset="${path}/figures/${first.name}.dark.svg" media="(prefers-color-scheme: dark)" />
              <img
                src="${path}/figures/${first.name}.light.svg"
                width="960"
                height="540"
                loading="lazy"
                alt="${plainTitle(spec.figures[first.name]?.title ?? spec.title)}"
              />
            </picture>`
      }</a
    >
    <h3><a href="${path}/index.html">${mathText(spec.title)}</a></h3>
    <p class="summary">${tallyHtml(tallyOf(experiment))}<span>${spec.illustrates.join(", ")}</span></p>
  </article>`;
}

// ------------------------------------------------------------------ progress over the catalogue
const illustrating = (experiments: readonly PageExperiment[], { id }: Statement): readonly PageExperiment[] =>
  experiments.filter(e => (e.result.spec.illustrates as readonly string[]).includes(id));

function statementRow(experiments: readonly PageExperiment[], statement: Statement): Html {
  const found = illustrating(experiments, statement);
  const claims = found.flatMap(e => e.result.claims.filter(c => c.for.includes(statement.id)));
  const held = claims.filter(c => c.holds).length;
  const links = found.map(e => html`<a href="${e.result.path}/index.html">${e.result.spec.id}</a> `);
  return html`<tr class="${found.length === 0 ? "open" : "shown"}">
    <td class="id">${statement.id}</td>
    <th scope="row">
      ${mathText(statement.title)}
      <div class="for">${mathText(statement.show)}</div>
    </th>
    <td>${links}</td>
    <td class="number">
      ${found.length === 0 ? "" : html`<span class="${held === claims.length ? "ok" : "bad"}">${held}/${claims.length}</span>`}
    </td>
  </tr>`;
}

function sourcePart(input: PageInput, source: string): Html {
  const statements = input.statements.filter(s => s.source === source);
  const done = statements.filter(s => illustrating(input.experiments, s).length > 0).length;
  return html`<section>
    <h3>${source} <span class="count">${done} of ${statements.length}</span></h3>
    <progress value="${done}" max="${statements.length}"></progress>
    <div class="wide">
      <table class="catalogue">
        <tbody>
          ${statements.map(s => statementRow(input.experiments, s))}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** Experiments in the order of the catalogue: by the first statement that each illustrates, those of none last. */
export function inOrder({ statements, experiments }: PageInput): readonly PageExperiment[] {
  const place = new Map(statements.map(({ id }, i) => [id, i]));
  const first = ({ result }: PageExperiment): number =>
    Math.min(...result.spec.illustrates.map(id => place.get(id) ?? Infinity), statements.length);
  return [...experiments].sort((a, b) => first(a) - first(b));
}

export function indexPage(input: PageInput): string {
  const { statements } = input;
  const experiments = inOrder(input);
  const claims = experiments.flatMap(e => e.result.claims);
  const done = statements.filter(s => illustrating(experiments, s).length > 0).length;
  const sources = [...new Set(statements.map(s => s.source))];
  return document(
    "Gradient flows",
    "",
    html`<main>
      <header>
        <h1>Gradient flows</h1>
        <p class="lead">
          The living edition of <cite>Kernel Approximation of Fisher–Rao Gradient Flows</cite>: every statement as a
          computation that can be run again.
        </p>
        <p class="summary">
          ${tallyHtml({ held: claims.filter(c => c.holds).length, total: claims.length })}<span
            >${experiments.length} experiments</span
          ><span>${done} of ${statements.length} statements</span><a href="published.html">published against ours</a>
        </p>
      </header>
      <section>
        <h2>Experiments</h2>
        <div class="cards">${experiments.map(card)}</div>
      </section>
      <section>
        <h2>Statements</h2>
        ${sources.map(source => sourcePart(input, source))}
      </section>
    </main>`,
  );
}
