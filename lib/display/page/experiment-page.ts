import { claimsTable } from "./claims-table.js";
import { html, type Html } from "./html.js";
import { highlighted } from "./json.js";
import { plainTitle } from "../figures/plain-text.js";
import { document, rootOf, tallyHtml } from "./layout.js";
import { mathText, statementHtml } from "./mathematics.js";
import { runsSection } from "./runs-section.js";
import type { PageExperiment, Picture } from "./page-input.js";
import type { Statement } from "../../experiments/archive/manifest-record.js";

const statementPart = (s: Statement): Html =>
  html`<section class="statement" id="${s.id}">
    <h3><span class="id">${s.id}</span> ${mathText(s.title)}</h3>
    ${statementHtml(s.statement ?? s.show)}
  </section>`;

/** The picture follows the colour scheme of the reader. */
const figurePart = ({ name }: Picture, title: string, caption: string | undefined): Html =>
  html`<figure id="figure-${name}">
    <a href="figures/${name}.html"
      ><picture>
        <source srcset="figures/${name}.dark.svg" media="(prefers-color-scheme: dark)" />
        <img
          src="figures/${name}.light.svg"
          width="960"
          height="540"
          alt="${plainTitle(title)}${caption === undefined ? "" : `: ${plainTitle(caption)}`}"
        /> </picture
    ></a>
    <figcaption>
      <a href="figures/${name}.html">interactive</a> · <a href="figures/${name}.light.svg">SVG</a> ·
      <a href="figures/${name}.png">PNG</a>
    </figcaption>
  </figure>`;

function figures({ result, pictures }: PageExperiment): readonly Html[] {
  return pictures.map(picture => {
    const binding = result.spec.figures[picture.name];
    return figurePart(picture, binding?.title ?? picture.name, binding?.caption);
  });
}

const fact = (name: string, value: string): Html =>
  html`<dt>${name}</dt>
    <dd><code>${value}</code></dd>`;

const rerun = ({ result, manifest }: PageExperiment): Html =>
  html`<section>
    <h2>Run it again</h2>
    <pre>
npx flows run experiments/${result.path}.json
npx flows verify --only ${result.path}</pre>
    <p>The first computes it anew beside the spec; the second compares every bit with the archive.</p>
    <dl>${[fact("seed", String(manifest.seed)), fact("spec", manifest.spec), fact("digest", manifest.digest)]}</dl>
  </section>`;

export function experimentPage(experiment: PageExperiment, statements: readonly Statement[]): string {
  const { result } = experiment;
  const { spec, claims, path } = result;
  const root = rootOf(path);
  const shown = statements.filter(s => spec.illustrates.includes(s.id));
  return document(
    plainTitle(spec.title),
    root,
    html`<nav><a href="${root}index.html">All experiments</a> <span>${path}</span></nav>
      <main>
        <header>
          <h1>${mathText(spec.title)}</h1>
          <p class="summary">
            ${tallyHtml({ held: claims.filter(c => c.holds).length, total: claims.length })}<span
              >illustrates ${spec.illustrates.join(", ")}</span
            >
          </p>
        </header>
        ${shown.map(statementPart)} ${figures(experiment)}
        <section>
          <h2>Claims</h2>
          ${claimsTable(result)}
        </section>
        ${runsSection(result)} ${rerun(experiment)}
        <section>
          <h2>The experiment</h2>
          <details>
            <summary><code>experiments/${path}.json</code></summary>
            <pre class="json">${highlighted(spec)}</pre>
          </details>
        </section>
      </main>`,
  );
}
