/** The value of f, found when it is first asked for, and kept. */
export function once<T>(f: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => (found ??= { value: f() }).value;
}

/** The same function of objects that never change: its value is found once for each of them. */
export function oncePer<K extends object, T>(f: (key: K) => T): (key: K) => T {
  const found = new WeakMap<K, { readonly value: T }>();
  return key => {
    const kept = found.get(key) ?? { value: f(key) };
    found.set(key, kept);
    return kept.value;
  };
}
