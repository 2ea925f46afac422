import { existsSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { refuse } from "../../../arithmetic/refusal.js";
import { suggest } from "../../../arithmetic/suggest.js";
import { cacheFolder } from "./cache-folder.js";
import { filesBelow, readJson } from "../disk.js";
import { packageRoot } from "../package-root.js";
import type { Statement } from "../manifest-record.js";

/** A folder with experiments, their archived results, and what may be deleted at any time. */
export interface Project {
  readonly root: string;
  readonly experiments: string;
  readonly results: string;
  readonly cache: string;
}

export const projectAt = (root: string): Project => ({
  root,
  experiments: join(root, "experiments"),
  results: join(root, "results"),
  cache: cacheFolder(root),
});

/** A spec of the project: its file, and its path below experiments/ without ".json" ("paper/mmd-flows"). */
export interface SpecFile {
  readonly path: string;
  readonly file: string;
}

const CATALOGUE = "catalogue.json";
const MANIFEST = "manifest.json";

/** Files and folders that others keep beside specs. */
const OTHERS: ReadonlySet<string> = new Set(
  ["data", CATALOGUE, "node_modules", "package.json", "package-lock.json", "tsconfig.json"], // prettier-ignore
);

/** Not specs: what is hidden, the catalogue, data (in folders named `data`), and what `flows run` writes. */
const isOther = (part: string): boolean => part.startsWith(".") || OTHERS.has(part) || part.endsWith(".results");

/** Whether a file lies in or below one of these folders. */
function liesIn(folders: ReadonlySet<string>, file: string): boolean {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder))
    if (folders.has(folder)) return true;
  return false;
}

/**
 * All specs in a folder and below, in the order of their paths; archives, which have a manifest beside their spec, are
 * left out.
 */
export function specFilesBelow(project: Project, folder: string): readonly SpecFile[] {
  const all = filesBelow(folder).filter(
    file => file.endsWith(".json") && !relative(folder, file).split(sep).some(isOther),
  );
  const folders = (name: string): readonly string[] => all.filter(file => basename(file) === name).map(dirname);
  const specs = new Set(folders("spec.json"));
  const archives = new Set(folders(MANIFEST).filter(path => specs.has(path)));
  const files = all.filter(file => !liesIn(archives, file));
  return files.map(file => ({ path: pathOfFile(project, file), file })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** All specs of the project. */
export const specFiles = (project: Project): readonly SpecFile[] => specFilesBelow(project, project.experiments);

/** The specs that a word of the command line means: a path, or the id that is the last part of it. */
export const specsNamed = (project: Project, word: string): readonly SpecFile[] =>
  specFiles(project).filter(({ path }) => path === word || basename(path) === word);

/** The one spec that a word means. Refuses if there is none, with the nearest id or path, or if there are several. */
export function specNamed(project: Project, word: string): SpecFile {
  const found = specsNamed(project, word);
  if (found.length === 1) return found[0];
  const paths = (found.length > 0 ? found : specFiles(project)).map(({ path }) => path);
  return refuse(
    found.length > 0
      ? `"${word}" could be ${paths.join(", ")}; use the path`
      : `there is no experiment "${word}"; \`flows list\` shows all` +
          suggest(word, word.includes("/") ? paths : paths.map(path => basename(path))),
  );
}

/** Where the result of an experiment is archived. */
export const resultFolder = (project: Project, path: string): string => join(project.results, path);

/** The path of an experiment in one of its profiles: results of profiles lie apart from those of experiments. */
export const profilePath = (path: string, profile: string): string => `profiles/${profile}/${path}`;

/** The names of the profiles in a spec file, whatever else is in it. */
const profileNames = (file: string): readonly string[] =>
  readJson<{ readonly profiles?: object } | null>(file).flatMap(spec => Object.keys(spec?.profiles ?? {}));

/** All paths that may have an archive: of the experiments, then of their profiles. */
export function archivePaths(project: Project): ReadonlySet<string> {
  const specs = specFiles(project);
  const profiles = specs.flatMap(({ path, file }) => profileNames(file).map(profile => profilePath(path, profile)));
  return new Set([...specs.map(({ path }) => path), ...profiles]);
}

/** Archives whose experiment or profile is gone; of a spec that cannot be read nobody knows its profiles. */
export function orphans(project: Project): readonly string[] {
  const known = archivePaths(project);
  const unread = specFiles(project).filter(({ file }) => readJson(file).length === 0);
  const mayBeKnown = (path: string): boolean =>
    path.startsWith("profiles/") && unread.some(spec => path.endsWith(`/${spec.path}`));
  const archived = filesBelow(project.results).filter(file => basename(file) === "manifest.json");
  return archived
    .map(file => relative(project.results, dirname(file)).split(sep).join("/"))
    .filter(path => !known.has(path) && !mayBeKnown(path))
    .sort();
}

/** The catalogue of this package, which projects without one of their own use. */
const ownCatalogue = join(packageRoot, "experiments", CATALOGUE);

const isStatement = (value: unknown): value is Statement => {
  const { id, source, title, show } = Object(value) as { readonly [K in keyof Statement]?: unknown };
  return [id, source, title, show].every(text => typeof text === "string");
};

/** The catalogue of statements. Refuses a file that is none. */
export function readCatalogue(project: Project): readonly Statement[] {
  const own = join(project.experiments, CATALOGUE);
  const file = existsSync(own) ? own : ownCatalogue;
  const [statements] = readJson<unknown>(file);
  if (Array.isArray(statements) && statements.every(isStatement)) return statements;
  return refuse(
    `${relative(process.cwd(), file)} is no catalogue: a list of statements is needed, ` +
      "each with id, source, title and show, which are texts",
  );
}

/** The name under which a spec outside the project is archived and reported. */
export const pathOfFile = (project: Project, file: string): string => {
  const path = relative(project.experiments, file).split(sep).join("/");
  return (path.startsWith("..") ? basename(dirname(file)) + "/" + basename(file) : path).replace(/\.json$/, "");
};
