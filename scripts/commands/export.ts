import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { refuse } from "../../lib/arithmetic/refusal.js";
import { type Command, EXIT, command } from "../command.js";
import { type Group, groupsOf } from "../grouping.js";
import { writeBeside } from "../outputs.js";
import { costSentence, makePlan } from "../planning.js";
import { currentCode, filesOfWords, loadProfile, packageRoot, prepareAll } from "../specs.js";
import { note, print } from "../terminal/print.js";
import { jobsOption, profileOption, threadsOption } from "./options.js";

/** A word that a shell takes as it is. */
const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** What the jobs of a workflow say on their command lines. */
interface Words {
  readonly flows: string;
  readonly specs: string;
  readonly profile: string;
  readonly options: string;
}

type Files = Readonly<Record<string, string>>;

const template = (name: string): string => readFileSync(join(packageRoot, "scripts/workflow", name), "utf8");

const lists = (groups: readonly Group[]): Files =>
  Object.fromEntries(groups.map(({ name, units }) => [`groups/${name}.txt`, `${units.join("\n")}\n`]));

/** The largest request of all groups: the tasks of an array are alike. */
const most = (groups: readonly Group[], of: "mem_mb" | "runtime" | "threads"): number =>
  Math.max(...groups.map(group => group[of]));

const collectLine = ({ flows, specs, profile, options }: Words): string =>
  `${flows} collect ${specs} --store store ${profile} ${options}`.trim();

/** Engine -> the files of its workflow, and what starts it. */
const ENGINES = {
  snakemake: {
    files: (groups: readonly Group[], words: Words): Files => ({
      Snakefile: template("Snakefile"),
      "plan.json": JSON.stringify(
        { ...words, groups: Object.fromEntries(groups.map(({ name, units: _, ...asks }) => [name, asks])) },
        null,
        1,
      ),
      "slurm/config.yaml": template("slurm.yaml"),
      "gradient-flows.def": template("gradient-flows.def"),
      ...lists(groups),
    }),
    start: (): string =>
      "snakemake --cores all, or on Slurm: snakemake --workflow-profile slurm --config partition=NAME",
  },
  "job-array": {
    files: (groups: readonly Group[], words: Words): Files => ({
      "job-array.sh": template("job-array.sh"),
      "collect.sh": `#!/bin/bash\nset -euo pipefail\ncd "\${SLURM_SUBMIT_DIR:-.}"\n${collectLine(words)}\n`,
      "groups.txt": `${groups.map(({ name }) => name).join("\n")}\n`,
      "flows.txt": `${words.flows}\n`,
      "options.txt": `${words.options} --threads ${most(groups, "threads")}\n`,
      "submit.sh": [
        "#!/bin/bash",
        `id=$(sbatch --parsable --array=1-${groups.length} --mem=${most(groups, "mem_mb")}M ` +
          `--time=${most(groups, "runtime")} --cpus-per-task=${most(groups, "threads")} --requeue "$@" ` +
          "job-array.sh)",
        `sbatch --dependency=afterany:$id --mem=${most(groups, "mem_mb")}M --time=60 "$@" collect.sh`,
        "",
      ].join("\n"),
      ...lists(groups),
    }),
    start: (): string => "bash submit.sh, with whatever your cluster wants of sbatch behind it",
  },
} as const;

const NAMES = Object.keys(ENGINES) as readonly (keyof typeof ENGINES)[];

export const exportWork: Command = command({
  command: "export <engine> <spec..>",
  describe:
    "write the units of specs as a workflow for a cluster: " +
    "groups of units, what they ask for, and the end that verifies",
  options: cli =>
    cli
      .positional("engine", { choices: NAMES, demandOption: true })
      .positional("spec", { type: "string", array: true, demandOption: true })
      .options({
        profile: profileOption,
        output: {
          alias: "o",
          type: "string",
          demandOption: true,
          describe: "folder of the workflow, and of its store",
        },
        minutes: { type: "number", default: 10, describe: "work of one job: units are grouped up to this" },
        threads: { ...threadsOption, default: 1 },
        jobs: jobsOption,
      }),
  run: async ({ engine, spec, profile, output, minutes, threads, jobs }, project) => {
    if (!(minutes > 0)) refuse(`--minutes ${minutes} must be a number above 0`);
    const files = filesOfWords(project, spec);
    const specs = loadProfile(project, files, profile);
    if (!specs) return EXIT.wrong;
    const folder = resolve(output);
    const plan = await makePlan(project, prepareAll(project, specs, currentCode()), {
      store: join(folder, "store"),
      threads,
    });
    const groups = groupsOf(plan, 60 * minutes, threads);
    const { files: filesOf, start } = ENGINES[engine];
    const texts = filesOf(groups, {
      flows: `${quoted(process.execPath)} ${quoted(join(packageRoot, "scripts/flows.mjs"))}`,
      specs: specs.map(({ file }) => quoted(file)).join(" "),
      profile: profile === undefined ? "" : `--profile ${quoted(profile)}`,
      options: `--project ${quoted(project.root)}`,
    });
    writeBeside(folder, new Map(Object.entries(texts)));
    note(costSentence(plan, jobs));
    print(
      `${groups.length} jobs for ${plan.length} units in ${relative(process.cwd(), folder) || "."}; there: ${start()}`,
    );
    return EXIT.done;
  },
});
