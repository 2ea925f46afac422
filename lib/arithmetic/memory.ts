/**
 * A value that is remembered from one step of a run to the next. It is plain data: numbers, arrays, objects of these.
 */
export interface Cell<T> {
  value: T;
}

/** What a run remembers beside its state. Cells are asked for in the same order whenever the same run is built. */
export interface Memory {
  cell<T>(first: T): Cell<T>;
}

/** A memory whose values can be read, and put back into the memory of the same run built again. */
export interface Recall {
  readonly memory: Memory;
  values(): readonly unknown[];
  restore(values: readonly unknown[]): void;
}

/** An empty memory that can be recalled. */
export function recallable(): Recall {
  const cells: Cell<unknown>[] = [];
  const cell = <T>(first: T): Cell<T> => {
    const made = { value: first };
    cells.push(made);
    return made;
  };
  return {
    memory: { cell },
    values: () => cells.map(({ value }) => value),
    restore: values =>
      cells.forEach((each, i) => {
        each.value = values[i];
      }),
  };
}

/** For runs that nobody will recall. */
export const forgetful: Memory = { cell: first => ({ value: first }) };
