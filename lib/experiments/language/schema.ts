/** The part of a JSON Schema that the library reads itself; the rest is for the validator. */
export interface Schema {
  readonly [keyword: string]: unknown;
  readonly description?: string;
  /** Branches of a tagged union under their tag. */
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  /** Recorders: the dimensions of what is recorded. */
  readonly dims?: readonly string[];
  /** Tasks: output -> its dimensions. */
  readonly outputs?: Readonly<Record<string, readonly string[]>>;
}
