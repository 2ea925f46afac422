/**
 * The pages of the archive: an index and one page per experiment, for the file system, without network. Pure: inputs to
 * files.
 */
import { experimentPage } from "./experiment-page.js";
import { indexPage, inOrder } from "./index-page.js";
import { rootOf } from "./layout.js";
import { publishedPage } from "./published-page.js";
import { pageStyle } from "./style.js";
import type { Files, PageExperiment, PageInput } from "./page-input.js";

export type { Files, PageExperiment, PageInput, Picture } from "./page-input.js";

const bytes = (content: Uint8Array | string): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

/** Where an interactive figure in results/<path>/figures/ finds plotly. */
export const plotlyHref = (path: string): string => `${rootOf(path)}../assets/plotly.js`;

/** All files below results/ that show it: pages, pictures, style, and the plotly bundle. */
export function pages(input: PageInput): Files {
  const own = input.experiments.flatMap(experiment => experimentFiles(input, experiment));
  const shared: readonly (readonly [string, Uint8Array | string])[] = [
    ["index.html", indexPage(input)],
    ["published.html", publishedPage(inOrder(input))],
    ["assets/page.css", pageStyle()],
    ["assets/plotly.js", input.plotly],
  ];
  return new Map([...shared, ...own].map(([path, content]) => [path, bytes(content)]));
}

function experimentFiles(
  input: PageInput,
  experiment: PageExperiment,
): readonly (readonly [string, Uint8Array | string])[] {
  const { path } = experiment.result;
  const pictures = experiment.pictures.flatMap(
    ({ name, light, dark, png, live }) =>
      [
        [`${path}/figures/${name}.light.svg`, light],
        [`${path}/figures/${name}.dark.svg`, dark],
        [`${path}/figures/${name}.png`, png],
        [`${path}/figures/${name}.html`, live],
      ] as const,
  );
  return [[`${path}/index.html`, experimentPage(experiment, input.statements)], ...pictures];
}
