import { refuse } from "../refusal.js";
import type { Kernel } from "../types.js";
import type { Law, NodeMasses } from "./types.js";

export const perturbed = (_of: Law, _kernel: Kernel, _modes: readonly (readonly [number, number])[]): NodeMasses => ({
  kind: "masses", on: () => refuse("not there yet"),
});
