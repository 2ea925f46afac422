import { catalogue as entries, type CatalogueEntry } from "../../lib/experiments/catalogue/index.js";
import { type Command, EXIT, command } from "../command.js";
import { print, printJson, table } from "../terminal/print.js";
import { jsonOption } from "./options.js";

const admitting = ({ integrators }: CatalogueEntry): readonly string[] =>
  Object.entries(integrators).flatMap(([name, reason]) => (reason === "" ? [name] : []));

const isRefused = (entry: CatalogueEntry): boolean => admitting(entry).length === 0;

const admittedRow = (entry: CatalogueEntry): readonly string[] => [
  entry.space,
  entry.energy,
  entry.geometry,
  admitting(entry).join(" "),
];

/** The reasons of the combination or, where no integrator admits it, why its rate equation cannot be evaluated. */
const refusedRow = (entry: CatalogueEntry): readonly string[] => [
  entry.space,
  entry.energy,
  entry.geometry,
  entry.refusals.join("; ") || entry.integrators.rk4,
];

export const catalogue: Command = command({
  command: "catalogue",
  describe: "all admissible combinations of space, energy, geometry and integrator; --refused: the others, and why",
  options: cli =>
    cli.options({
      json: jsonOption,
      refused: { type: "boolean", default: false, describe: "what is refused, and why" },
    }),
  run: async ({ json, refused }) => {
    const rows = entries();
    if (json) printJson(rows);
    else if (refused)
      print(table([["space", "energy", "geometry", "because"], ...rows.filter(isRefused).map(refusedRow)]));
    else
      print(
        table([
          ["space", "energy", "geometry", "integrators"],
          ...rows.filter(row => !isRefused(row)).map(admittedRow),
        ]),
      );
    return EXIT.done;
  },
});
