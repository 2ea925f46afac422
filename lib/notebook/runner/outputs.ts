import type { Json } from "../protocol/message.js";
import { type Data, linesOf, type Multiline, type Output, textOf } from "./notebook.js";

/** Pictures are kept in one piece; text is kept in lines, JSON as it is. */
const stored = (data: Data): Data =>
  Object.fromEntries(
    Object.entries(data).map(([type, value]) => [
      type,
      typeof value === "string" && !/^image\/(?!svg)/.test(type) ? linesOf(value) : value,
    ]),
  );

interface Entry {
  readonly id?: string;
  readonly output: Output;
}

type Fold = (entries: readonly Entry[], content: Json) => readonly Entry[];

const idOf = ({ transient }: Json): string | undefined =>
  (transient as { readonly display_id?: string } | undefined)?.display_id;
const dataOf = ({ data, metadata }: Json): { readonly data: Data; readonly metadata: Data } => ({
  data: stored(data as Data),
  metadata: metadata as Data,
});

/** Text of one stream in a row is one output. */
const stream: Fold = (entries, { name, text }) => {
  const last = entries.at(-1)?.output;
  const joins = last?.output_type === "stream" && last.name === name;
  const whole: Multiline = linesOf((joins ? textOf(last.text) : "") + String(text));
  return [
    ...(joins ? entries.slice(0, -1) : entries),
    { output: { output_type: "stream", name: String(name), text: whole } },
  ];
};

const update: Fold = (entries, content) =>
  entries.map(entry =>
    entry.id !== undefined && entry.id === idOf(content)
      ? { ...entry, output: { ...entry.output, ...dataOf(content) } as Output }
      : entry,
  );

/** What messages of a cell make of its outputs; messages that are not here make nothing. */
const FOLDS: Readonly<Record<string, Fold>> = {
  stream,
  display_data: (entries, content) => [
    ...entries,
    { id: idOf(content), output: { output_type: "display_data", ...dataOf(content) } },
  ],
  execute_result: (entries, content) => [
    ...entries,
    {
      id: idOf(content),
      output: { output_type: "execute_result", ...dataOf(content), execution_count: Number(content.execution_count) },
    },
  ],
  update_display_data: update,
  error: (entries, { ename, evalue, traceback }) => [
    ...entries,
    {
      output: { output_type: "error", ename: String(ename), evalue: String(evalue), traceback: traceback as string[] },
    },
  ],
  clear_output: () => [],
};

/** The outputs of a cell as its messages arrive; a display can be updated by its id while the notebook runs. */
export interface Collector {
  add(type: string, content: Json): void;
  outputs(): readonly Output[];
}

export function collector(): Collector {
  let entries: readonly Entry[] = [];
  return {
    add: (type, content) => {
      entries = FOLDS[type]?.(entries, content) ?? entries;
    },
    outputs: () => entries.map(({ output }) => output),
  };
}
