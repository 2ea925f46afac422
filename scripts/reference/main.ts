/**
 * The reference: docs/language.md from schemas/, docs/library.md from the comments of the public names. Run
 * `npm run docs` after a change; a test holds both pages against what they are made of.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../specs.js";
import { wrapped } from "./generated.js";
import { languagePage } from "./language.js";
import { libraryPage, type PublicName, publicNames } from "./library.js";

/** File -> what it says now. */
export const pages = async (names: readonly PublicName[]): Promise<Readonly<Record<string, string>>> => ({
  "docs/language.md": await wrapped(languagePage()),
  "docs/library.md": await wrapped(libraryPage(names)),
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, text] of Object.entries(await pages(publicNames()))) writeFileSync(join(packageRoot, file), text);
}
