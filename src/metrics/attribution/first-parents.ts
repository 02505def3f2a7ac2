/** For each commit when a walk from the roots along first parents enters it and leaves everything above it; 0: a cycle. */
export interface FirstParentWalk {
  readonly entered: Uint32Array;
  readonly left: Uint32Array;
}

/** Ancestors along first parents, the line that a branch is deployed from, in constant time each. */
export function walkFirstParents(size: number, firstParentOf: (commit: number) => number | undefined): FirstParentWalk {
  const above: number[][] = Array.from({ length: size }, () => []);
  const stack: number[] = [];
  for (let commit = 0; commit < size; commit += 1) {
    const parent = firstParentOf(commit);
    if (parent === undefined) stack.push(commit);
    else above[parent]?.push(commit);
  }
  const walk = { entered: new Uint32Array(size), left: new Uint32Array(size) };
  let time = 0;
  for (let commit = stack.at(-1); commit !== undefined; commit = stack.at(-1)) {
    time += 1;
    if (walk.entered[commit] === 0) {
      walk.entered[commit] = time;
      for (const next of above[commit] ?? []) stack.push(next);
    } else {
      walk.left[commit] = time;
      stack.pop();
    }
  }
  return walk;
}

/** Whether `newer` leads to `older` along first parents alone; false says nothing about other parents. */
export function leadsTo({ entered, left }: FirstParentWalk, newer: number, older: number): boolean {
  const [from, at, to] = [entered[older] ?? 0, entered[newer] ?? 0, left[older] ?? 0];
  return from > 0 && from < at && at < to;
}
