import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { decayFixture } from "../figures/fixtures/decay.js";
import { pages, plotlyHref, type Files, type PageExperiment, type PageInput } from "./index.js";
import { highlighted, printed } from "./json.js";
import { statementHtml } from "./mathematics.js";

const EVIL = `<script>alert("x")</script>`;

function experiment(title: string): PageExperiment {
  const result = decayFixture();
  return {
    result: {
      ...result,
      spec: { ...result.spec, title },
      claims: result.claims.map(c => ({ ...c, because: `${EVIL} as $e^{-2t}$` })),
    },
    manifest: {
      id: "fixture",
      title,
      illustrates: ["A-4.2"],
      seed: 1,
      spec: "abc",
      files: {},
      claims: result.claims,
      digest: "def",
      provenance: {},
    },
    pictures: [{ name: "decay", light: "<svg/>", dark: "<svg/>", png: new Uint8Array(1), live: "<!doctype html>" }],
  };
}

const input = (title: string): PageInput => ({
  statements: [
    {
      id: "A-4.2",
      source: "paper",
      title: "Fisher-Rao flow of KL",
      show: "decay",
      statement: "For all $t \\ge 0$:\n\n$$\\mathrm{KL}(\\mu_t|\\pi) \\le C e^{-2t}.$$",
    },
    { id: "A-4.3", source: "paper", title: EVIL, show: "threshold" },
  ],
  experiments: [experiment(title)],
  plotly: new Uint8Array(3),
});

const text = (files: Files, path: string): string => new TextDecoder().decode(files.get(path));
const dom = (files: Files, path: string): Document => new JSDOM(text(files, path)).window.document;

test("one page per experiment, an index, and everything that they name is among the files", () => {
  const files = pages(input("A title"));
  for (const page of ["index.html", "paper/fixture/index.html"]) {
    const links = [...dom(files, page).querySelectorAll("[src], [href], [srcset]")].map(
      e => e.getAttribute("src") ?? e.getAttribute("href") ?? e.getAttribute("srcset") ?? "",
    );
    assert.ok(links.length > 3);
    for (const link of links) {
      const target = new URL(link, `file:///${page}`);
      assert.equal(target.protocol, "file:", link);
      assert.ok(files.has(target.pathname.slice(1)), `${page} names ${link}`);
    }
  }
});

test("nothing is loaded from the network, and no page has a script", () => {
  const files = pages(input("A title"));
  for (const path of ["index.html", "paper/fixture/index.html", "assets/page.css"])
    assert.doesNotMatch(text(files, path), /(?:src|href|url)\s*[=(]\s*["']?https?:|@import|<script/);
});

test("titles, reasons, statements and specs cannot bring markup", () => {
  const files = pages(input(EVIL));
  for (const path of ["index.html", "paper/fixture/index.html"]) {
    assert.equal(dom(files, path).querySelectorAll("script").length, 0, path);
    assert.ok(dom(files, path).body.textContent?.includes(EVIL), path);
  }
});

test("statements are MathML: $…$ in the text, $$…$$ displayed", () => {
  const { document } = new JSDOM(statementHtml("For $t \\ge 0$:\n\n$$x = y$$").markup).window;
  assert.equal(document.querySelectorAll("math").length, 2);
  assert.equal(document.querySelectorAll('math[display="block"]').length, 1);
  assert.equal(document.querySelectorAll("p").length, 2);
});

test("a wrong formula is shown, not thrown", () => {
  assert.match(statementHtml("$\\frac{1$").markup, /frac/);
});

test("the claims table has the expected, the measured number and the verdict; a failing claim shows ✗", () => {
  const good = dom(pages(input("t")), "paper/fixture/index.html").querySelector("#claim-rate");
  assert.match(good?.textContent ?? "", /✓/);
  assert.match(good?.textContent ?? "", /−2/);
  const base = experiment("t");
  const failed = { ...base, result: { ...base.result, claims: base.result.claims.map(c => ({ ...c, holds: false })) } };
  const bad = dom(pages({ ...input("t"), experiments: [failed] }), "paper/fixture/index.html");
  assert.match(bad.querySelector("#claim-rate")?.textContent ?? "", /✗/);
  assert.match(bad.querySelector("header")?.textContent ?? "", /✗ 0 of 1 claims hold/);
});

test("the index counts the catalogue: one of two statements has an experiment", () => {
  const index = dom(pages(input("t")), "index.html");
  assert.match(index.body.textContent ?? "", /1 of 2 statements/);
  assert.equal(index.querySelector("progress")?.getAttribute("value"), "1");
});

test("printed JSON is the same JSON, and highlighting changes no character of it", () => {
  const { spec } = decayFixture();
  const odd = { ...spec, title: `quotes " and <tags> \\ and -1e-5`, seed: -1.5e-7 };
  assert.deepEqual(JSON.parse(printed(odd)), JSON.parse(JSON.stringify(odd)));
  assert.equal(new JSDOM(highlighted(odd).markup).window.document.body.textContent, printed(odd));
  assert.ok(
    printed(odd)
      .split("\n")
      .every(line => line.length < 300),
  );
});

test("an interactive figure of paper/x finds plotly at ../../../assets/plotly.js", () => {
  assert.equal(plotlyHref("paper/x"), "../../../assets/plotly.js");
});

test("experiments stand in the order of the catalogue, A before B, whatever their names are", () => {
  const late = experiment("late");
  const early = experiment("early");
  const of = (base: PageExperiment, path: string, illustrates: string): PageExperiment => ({
    ...base,
    result: { ...base.result, path, spec: { ...base.result.spec, illustrates: [illustrates] } },
  });
  const experiments = [of(late, "a/late", "B-1"), of(early, "z/early", "A-4.2"), of(late, "a/none", "Z-9")];
  const statements = [...input("t").statements, { id: "B-1", source: "talk", title: "B", show: "b" }];
  const index = dom(pages({ ...input("t"), statements, experiments }), "index.html");
  const links = [...index.querySelectorAll("article h3 a")].map(a => a.getAttribute("href"));
  assert.deepEqual(links, ["z/early/index.html", "a/late/index.html", "a/none/index.html"]);
});

test("published numbers stand beside ours with their source: in the table of claims, and of all experiments on one page", () => {
  const base = experiment("t");
  const [first] = base.result.claims;
  const published = { value: 0.031, spread: 0.024, source: `A. Author 2020, ${EVIL}`, differs: "one target, not five" };
  const compared = { ...base, result: { ...base.result, claims: [{ ...first, published }] } };
  const files = pages({ ...input("t"), experiments: [compared] });
  const all = dom(files, "published.html");
  for (const row of [
    all.querySelector("tbody tr"),
    dom(files, "paper/fixture/index.html").querySelector("#claim-rate"),
  ]) {
    const cell = row?.querySelector('[data-name="published"]')?.textContent ?? "";
    assert.ok(cell.includes("0.031 ± 0.024") && cell.includes(published.source), cell);
    assert.match(cell, /ours: one target, not five/);
  }
  assert.match(all.querySelector('[data-name="ours"]')?.textContent ?? "", /−2/);
  assert.equal(all.querySelector("tbody a")?.getAttribute("href"), "paper/fixture/index.html#claim-rate");
  assert.ok(dom(files, "index.html").querySelector('a[href="published.html"]'));
  const none = pages(input("t"));
  assert.equal(dom(none, "paper/fixture/index.html").querySelector('[data-name="published"]'), null);
  assert.equal(dom(none, "published.html").querySelectorAll("tbody tr").length, 0);
});
