/** Makes what has a key, or gives what was made for the same key before. Keys are plain data. */
export type Keeps<T> = (key: unknown, make: () => T) => T;

/** The last `count` values that were made are kept; the first of them goes when there is one more. */
export function keptFew<T>(count: number): Keeps<T> {
  const kept = new Map<string, T>();
  return (key, make) => {
    const name = JSON.stringify(key);
    const known = kept.get(name);
    if (known !== undefined) return known;
    const value = make();
    kept.set(name, value);
    if (kept.size > count) kept.delete([...kept.keys()][0]);
    return value;
  };
}
