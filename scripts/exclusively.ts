import { join } from "node:path";
import { withLock } from "#lock";
import type { Project } from "../lib/experiments/archive/work/project.js";
import { note } from "./terminal/print.js";

/** Runs what computes or archives a whole project while no other process does. */
export function exclusively<T>(project: Project, work: () => Promise<T>): Promise<T> {
  const waiting = (pid: number | undefined): void =>
    note(`waiting for another \`flows\` in this folder (process ${pid ?? "unknown"}) …`);
  return withLock(join(project.cache, "work.lock"), waiting, work);
}
