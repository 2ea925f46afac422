/** A Slurm of one node, for a test: no accounting, everything in a folder of the test. Needs root and munge. */
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { run, say, which } from "./processes.mjs";

const PARTS = ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel"];

const settings = (folder, host) => `ClusterName=one
SlurmctldHost=${host}(127.0.0.1)
AuthType=auth/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
SlurmctldLogFile=${folder}/slurmctld.log
SlurmdLogFile=${folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
ReturnToService=2
SlurmdTimeout=10
MinJobAge=300
NodeName=${host} NodeAddr=127.0.0.1 CPUs=2 RealMemory=4000 State=UNKNOWN
PartitionName=all Nodes=${host} Default=YES MaxTime=60 State=UP
`;

/** Where jobs look for the settings: their environment does not say it. */
const COMMON = "/etc/slurm/slurm.conf";

const waited = ms => new Promise(done => setTimeout(done, ms));

function endByFile(file) {
  if (!existsSync(file)) return;
  try {
    process.kill(Number(readFileSync(file, "utf8")), "SIGKILL");
  } catch {
    // it has ended already
  }
}

/** Starts the daemons; or says why that cannot be. */
export async function startSlurm(folder) {
  const missing = PARTS.filter(part => which(part) === undefined);
  if (missing.length > 0) return `there is no ${missing.join(", ")} in the path (packages slurm-wlm and munge)`;
  if (process.getuid() !== 0) return "its daemons need root";
  if (existsSync(COMMON)) return `this machine has a Slurm of its own (${COMMON})`;
  rmSync(COMMON, { force: true });
  const host = hostname();
  const file = join(folder, "slurm.conf");
  for (const name of ["state", "spool"]) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(file, settings(folder, host));
  process.env.SLURM_CONF = file;
  mkdirSync(dirname(COMMON), { recursive: true });
  symlinkSync(file, COMMON);
  const munge = join(folder, "munge");
  mkdirSync("/run/munge", { recursive: true });
  spawnSync("chown", ["-R", "munge:munge", "/run/munge", "/etc/munge"]);
  const hasMunge = spawnSync("munge", ["-n"]).status === 0;
  if (!hasMunge) {
    mkdirSync(munge, { recursive: true });
    spawnSync("chown", ["munge:munge", munge]);
    spawnSync("chmod", ["a+rx", folder, join(folder, "..")]);
    const words = [
      "--force",
      `--pid-file=${munge}/munged.pid`,
      `--log-file=${munge}/munged.log`,
      `--seed-file=${munge}/seed`,
    ];
    const { status, stderr } = spawnSync("setpriv", [
      "--reuid=munge",
      "--regid=munge",
      "--clear-groups",
      which("munged"),
      ...words,
    ]);
    if (status !== 0) return `munged does not start: ${stderr}`;
  }
  const startNode = () => run(which("slurmd"), ["-f", file], folder);
  const stop = async () => {
    for (const name of ["slurmd", "slurmctld"]) endByFile(join(folder, `${name}.pid`));
    endByFile(join(munge, "munged.pid"));
    rmSync(COMMON, { force: true });
  };
  await run(which("slurmctld"), ["-f", file], folder);
  await waited(2_000);
  await startNode();
  await waited(3_000);
  if (spawnSync("srun", ["-n1", "-t1", "hostname"], { timeout: 60_000 }).status !== 0) {
    await stop();
    return `the node answers no job (${readFileSync(join(folder, "slurmctld.log"), "utf8").slice(-300)})`;
  }
  const jobs = () =>
    spawnSync("squeue", ["-h", "-t", "R", "-o", "%i"], { encoding: "utf8" }).stdout.split(/\s+/).filter(Boolean);
  return {
    /** Cancels a job that runs. */
    async cancelOne() {
      for (let tries = 0; tries < 60 && jobs().length === 0; tries++) await waited(1_000);
      const [first] = jobs();
      if (first) spawnSync("scancel", [first]);
      say(first ? `cancelled job ${first}` : "no job to cancel");
    },
    /** Kills the node's daemon, and starts it again. */
    async killNode() {
      endByFile(join(folder, "slurmd.pid"));
      say("killed slurmd");
      await waited(3_000);
      await startNode();
    },
    stop,
  };
}
