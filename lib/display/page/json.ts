import { html, trusted, type Html } from "./html.js";

type Json = unknown;
const WIDTH = 100;

const isPlain = (value: Json): boolean => value === null || typeof value !== "object";

/** Indented JSON in which what fits on a line stays on it. */
export function printed(value: Json, indent: string = ""): string {
  const flat = oneLine(value);
  if (isPlain(value) || indent.length + flat.length <= WIDTH) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map(v => inner + printed(v, inner)).join(",\n")}\n${indent}]`;
  const entries = Object.entries(value as object).map(
    ([key, v]) => `${inner}${JSON.stringify(key)}: ${printed(v, inner)}`,
  );
  return `{\n${entries.join(",\n")}\n${indent}}`;
}

function oneLine(value: Json): string {
  if (isPlain(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  const entries = Object.entries(value as object).map(([key, v]) => `${JSON.stringify(key)}: ${oneLine(v)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*|true|false|null)|([^"\d-]+|-)/g;

/** JSON with its keys, texts and numbers marked. */
export function highlighted(value: Json): Html {
  const tokens = [...printed(value).matchAll(TOKEN)].map(([all, text, colon, literal]) => {
    if (text !== undefined)
      return colon === undefined ? html`<i class="text">${text}</i>` : html`<i class="key">${text}</i>${colon}`;
    return literal === undefined ? html`${all}` : html`<i class="number">${literal}</i>`;
  });
  return trusted(tokens.map(token => token.markup).join(""));
}
