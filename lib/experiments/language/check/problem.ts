/** What is wrong with a spec, at the place where the hand must go: a JSON pointer, "" for the whole file. */
export interface Problem {
  readonly file: string;
  readonly pointer: string;
  readonly message: string;
}

/** A problem of a spec whose file does not matter yet. */
export type Finding = Pick<Problem, "pointer" | "message">;

/** Every finding once, in the order of appearance. */
export const distinct = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map(finding => [`${finding.pointer} ${finding.message}`, finding])).values(),
];

/** Whether a pointer lies at or below another. */
export const isUnder = (pointer: string, top: string): boolean => pointer === top || pointer.startsWith(`${top}/`);

/** A value as it is shown in messages: JSON, cut after 60 characters. */
export const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};
