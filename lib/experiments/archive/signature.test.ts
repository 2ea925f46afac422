import assert from "node:assert/strict";
import { test } from "node:test";
import { type Signable, sign, signerOf } from "./signature.js";

/** The smallest picture: one pixel. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const samples: Readonly<Record<Signable, Uint8Array>> = {
  html: Buffer.from("<!doctype html><p>a</p>"),
  svg: Buffer.from("<svg/>"),
  js: Buffer.from("var a = 1;"),
  json: Buffer.from('{"data":[]}'),
  png: Buffer.from(PNG, "base64"),
};

test("signerOf(sign(f, x, o)) = o for every form f, and is undefined for x and for any change of one byte", () => {
  for (const [form, bytes] of Object.entries(samples) as [Signable, Uint8Array][]) {
    const signed = sign(form, bytes, "my-flow");
    assert.equal(signerOf(signed), "my-flow", form);
    assert.equal(signerOf(bytes), undefined, form);
    for (let i = 0; i < signed.length; i++) {
      const changed = Uint8Array.from(signed);
      changed[i] ^= 1;
      assert.equal(signerOf(changed), undefined, `${form}, byte ${i}`);
    }
  }
});

test("a signed JSON is JSON, and a signed PNG is a sequence of whole chunks that ends with IEND", () => {
  assert.deepEqual(Object.keys(JSON.parse(Buffer.from(sign("json", samples.json, "x")).toString()) as object), [
    "data",
    "signature",
  ]);
  const png = Buffer.from(sign("png", samples.png, "x"));
  const names: string[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) names.push(png.toString("latin1", at + 4, at + 8));
  assert.deepEqual(names, ["IHDR", "IDAT", "tEXt", "IEND"]);
});
