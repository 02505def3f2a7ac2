/** The option that `value` was probably meant to be: a few typos away, never a wild guess. Null if there is none. */
export function nearest(value: string, options: Iterable<string>): string | null {
  const wanted = value.slice(0, 64).toLowerCase();
  let best: string | null = null;
  // in two letters, one typo leaves nothing to guess from
  let least = Math.floor(wanted.length / 3) + 1;
  for (const option of options) {
    if (Math.abs(option.length - wanted.length) >= least) continue;
    const slips = distance(wanted, option.toLowerCase());
    if (slips < least) [best, least] = [option, slips];
  }
  return best;
}

/** The options that are most like `value`, best first: those that share a word with it, then by the typos between them. */
export function neighbors(value: string, options: readonly string[], most: number): string[] {
  const wanted = value.slice(0, 64).toLowerCase();
  const words = new Set(wanted.split(/[-_.]/));
  const far = (option: string) =>
    distance(wanted, option.toLowerCase()) + (option.split("-").some((word) => words.has(word)) ? 0 : 100);
  return options.toSorted((a, b) => far(a) - far(b)).slice(0, most);
}

/** Damerau-Levenshtein distance, optimal string alignment: insert, delete, replace, swap neighbors. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
