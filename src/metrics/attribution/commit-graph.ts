import type { CommitRecord } from "../../records/record.ts";
import { type FirstParentWalk, leadsTo, walkFirstParents } from "./first-parents.ts";

/** The commits of one repository as numbers, also those that are known only as somebody's parent. */
export class CommitGraph {
  private readonly numbers = new Map<string, number>();
  private readonly parents: (readonly number[] | null)[] = [];
  private generations: Float64Array | null = null;
  private firstParents: FirstParentWalk | null = null;

  /** `named`: of which no record may be known. */
  constructor(commits: Iterable<CommitRecord>, named: Iterable<string> = []) {
    for (const { sha, parents } of commits) {
      const number = this.add(sha);
      this.parents[number] = parents.map((parent) => this.add(parent));
    }
    for (const sha of named) this.add(sha);
  }

  private add(sha: string): number {
    const known = this.numbers.get(sha);
    if (known !== undefined) return known;
    const number = this.parents.length;
    this.numbers.set(sha, number);
    this.parents.push(null);
    return number;
  }

  get size(): number {
    return this.parents.length;
  }

  /** null: nobody knows this commit, not even as a parent. */
  numberOf(sha: string | null): number | null {
    return sha === null ? null : (this.numbers.get(sha) ?? null);
  }

  parentsOf(commit: number): readonly number[] {
    return this.parents[commit] ?? [];
  }

  /** Whether its own record is known, and not only its name. */
  isKnown(commit: number | null): commit is number {
    return commit !== null && this.parents[commit] !== null;
  }

  /**
   * Whether `older` is reachable from `newer` and is another commit. At once where first parents lead there, however far
   * it is; otherwise it looks only at commits that are further from the roots than `older`, as Git does with its
   * generation numbers.
   */
  isProperAncestor(older: number, newer: number): boolean {
    if (older === newer) return false;
    this.firstParents ??= walkFirstParents(this.size, (commit) => this.parentsOf(commit)[0]);
    if (leadsTo(this.firstParents, newer, older)) return true;
    this.generations ??= this.numberGenerations();
    const { generations } = this;
    const least = generations[older] ?? 0;
    const seen = new Set([newer]);
    const stack = [newer];
    for (let commit = stack.pop(); commit !== undefined; commit = stack.pop()) {
      for (const parent of this.parentsOf(commit)) {
        if (parent === older) return true;
        if (seen.has(parent) || (generations[parent] ?? 0) < least) continue;
        seen.add(parent);
        stack.push(parent);
      }
    }
    return false;
  }

  /** One more than the highest of its parents; infinite where a cycle is below, so that nothing is left out there. */
  private numberGenerations(): Float64Array {
    const children: number[][] = Array.from({ length: this.size }, () => []);
    const open = new Uint32Array(this.size);
    for (let commit = 0; commit < this.size; commit += 1) {
      for (const parent of this.parentsOf(commit)) {
        children[parent]?.push(commit);
        open[commit] = (open[commit] ?? 0) + 1;
      }
    }
    const generations = new Float64Array(this.size).fill(Number.POSITIVE_INFINITY);
    const ready = [...open.keys()].filter((commit) => open[commit] === 0);
    for (let commit = ready.pop(); commit !== undefined; commit = ready.pop()) {
      const highest = this.parentsOf(commit).reduce((most, parent) => Math.max(most, generations[parent] ?? 0), 0);
      generations[commit] = highest + 1;
      for (const child of children[commit] ?? []) {
        open[child] = (open[child] ?? 1) - 1;
        if (open[child] === 0) ready.push(child);
      }
    }
    return generations;
  }
}
