import type { ExperimentResult } from "../../experiments/language/result.js";
import { runLines, runsTable } from "../tables/runs.js";
import { html, type Html } from "./html.js";

/** What every run says of itself: how it ended, its certificate, and its notes. */
export function runsSection(result: ExperimentResult): Html {
  const { columns, rows } = runsTable(result);
  const lines = runLines(result);
  return html`<section id="runs">
    <h2>Runs</h2>
    <div class="wide">
      <table class="runs">
        <thead>
          <tr>
            ${columns.map(name => html`<th>${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            cells =>
              html`<tr>
                ${cells.map(cell => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      lines.length === 0
        ? undefined
        : html`<details>
            <summary>Notes</summary>
            <ul>
              ${lines.map(line => html`<li>${line}</li>`)}
            </ul>
          </details>`
    }
  </section>`;
}
