import { type Command, EXIT, command } from "../command.js";
import { archivedResult } from "../archived.js";
import { heldOf } from "../terminal/claims.js";
import { claimsReport } from "../terminal/reports.js";
import { print, printJson } from "../terminal/print.js";
import { jsonOption, profileOption } from "./options.js";

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
    if (json) printJson(result.claims);
    else print(claimsReport(result));
    return heldOf(result.claims) === result.claims.length ? EXIT.done : EXIT.failed;
  },
});
