import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { packageRoot } from "../specs.js";

/** What stands at the head of a page that is made. */
export const GENERATED = "<!-- Written by `npm run docs`: do not edit. -->";

/** A page with lines as long as those of the code. */
export async function wrapped(page: string): Promise<string> {
  return format(page, {
    ...(await resolveConfig(join(packageRoot, "package.json"))),
    parser: "markdown",
    proseWrap: "always",
  });
}
