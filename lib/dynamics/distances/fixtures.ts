import assert from "node:assert/strict";
import type { Vec } from "../../arithmetic/vec.js";
import type { Space } from "../../systems/spaces/space.js";
import type { Method, Metric } from "./metric.js";
import { computeDistance } from "./registry.js";

export { line, probability } from "../geodesics/fixtures.js";

export const near = (a: number, b: number, tolerance: number): void =>
  assert.ok(Math.abs(a - b) <= tolerance, `${a} is not ${b}: ${a - b}`);

export const value = (space: Space, mu: Vec, nu: Vec, metric: Metric, method: Method): number =>
  computeDistance({ space, mu, nu }, metric, method).value;

export const exact: Method = { name: "exact" };

export const fixed: Method = { name: "static" };
