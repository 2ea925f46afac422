import { type Command, EXIT, command } from "../command.js";
import { archivedResult } from "../archived.js";
import { publishedSources } from "../../lib/display/tables/claims.js";
import { claimsTable, heldOf } from "../terminal/claims.js";
import { print, printJson } from "../terminal/print.js";
import { jsonOption, profileOption } from "./options.js";

const joined = (lines: readonly string[]): string => lines.join("\n");

export const claims: Command = command({
  command: "claims <id>",
  describe:
    "the claims of an experiment, of a spec of your own or of a folder of results: " +
    "measured, expected, tolerance, verdict, reason",
  options: cli =>
    cli
      .positional("id", { type: "string", demandOption: true, describe: "id, spec file, or folder of `flows run`" })
      .options({ profile: profileOption, json: jsonOption }),
  run: async ({ id, profile, json }, project) => {
    const result = archivedResult(project, id, profile);
    const reasons = result.claims.map(({ name, because }) => `${name}: ${because}`);
    if (json) printJson(result.claims);
    else {
      const parts = [result.spec.title, claimsTable(result), ...[reasons, publishedSources(result.claims)].map(joined)];
      print(parts.filter(part => part !== "").join("\n\n"));
    }
    return heldOf(result.claims) === result.claims.length ? EXIT.done : EXIT.failed;
  },
});
