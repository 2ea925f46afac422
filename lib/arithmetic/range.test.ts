import assert from "node:assert/strict";
import { test } from "node:test";
import { cellWidth, finite, fraction, interval, moderate, nonNegative, oneOf, positive, whole } from "./range.js";
import { isRefusal } from "./refusal.js";

const RANGES: Readonly<Record<string, (x: number) => unknown>> = {
  finite: x => finite("q", x),
  positive: x => positive("q", x),
  nonNegative: x => nonNegative("q", x),
  moderate: x => moderate("q", x),
  fraction: x => fraction("q", x),
  whole: x => whole("q", x, 0),
  oneOf: x => oneOf("q", x, [0, 0.5, 1]),
  "end of an interval": x => interval("q", [-3, x]),
  "end of cells": x => cellWidth("q", [-3, x], 2),
};

test("no range takes what is no number from code: texts, truth values, lists, nothing, NaN; a sentence says what it is", () => {
  for (const [name, range] of Object.entries(RANGES)) {
    const good = name === "whole" ? 1 : 0.5;
    assert.doesNotThrow(() => range(good), name);
    for (const bad of ["0.5", "1", true, [1], null, undefined, NaN])
      assert.throws(
        () => range(bad as number),
        (error: Error) =>
          isRefusal(error) && error.message.includes(typeof bad === "string" ? `"${bad}"` : String(bad)),
        `${name} of ${JSON.stringify(bad)}`,
      );
  }
});
