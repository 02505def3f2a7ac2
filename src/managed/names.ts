/** The same names of people or labels, in any order: GitHub ignores case. */
export function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && without(a, b).length === 0 && without(b, a).length === 0;
}

/** The `names` that `others` lack. */
export function without(names: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others.map((name) => name.toLowerCase()));
  return names.filter((name) => !known.has(name.toLowerCase()));
}
