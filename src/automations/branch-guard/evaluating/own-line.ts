import type { GuardedCommit } from "../facts.ts";

/** A first parent. Times are ISO. */
export interface Before {
  readonly oid: string;
  readonly committedAt: string;
}

/** What a branch's first parents lead through, as far as it was read. */
export interface OwnLine {
  readonly tip: string;
  /** By commit, its first parent; null: it has none. */
  readonly read: ReadonlyMap<string, Before | null>;
}

/** Clocks are wrong by minutes, and sometimes by hours. */
const SKEW = 24 * 3_600_000;

/**
 * The newest commit of a branch's own line among these, which is where they came from the branch; null: none. "more": the line has
 * to be read further. Lines only lead to older commits: what is a day older than all of these is behind the last of them.
 */
export function newestOnLine(line: OwnLine, commits: ReadonlyMap<string, GuardedCommit>): string | null | "more" {
  const oldest = Math.min(...[...commits.values()].map(({ committedAt }) => Date.parse(committedAt)));
  let isPast = false;
  for (let at: string | null = line.tip; at !== null; ) {
    if (commits.has(at)) return at;
    const before = line.read.get(at);
    if (before === undefined) return isPast ? null : "more";
    isPast ||= before !== null && Date.parse(before.committedAt) < oldest - SKEW;
    at = before?.oid ?? null;
  }
  return null;
}

/** The commits of that line among these, from the newest on. */
export function betraying(newest: string, commits: ReadonlyMap<string, GuardedCommit>): string[] {
  const found: string[] = [];
  for (let at = commits.get(newest); at !== undefined; at = commits.get(at.parents[0] ?? "")) found.push(at.oid);
  return found;
}

/** Where these begin: those without a parent among them. Whatever shares one of them shares one of these. */
export function roots(commits: readonly GuardedCommit[]): GuardedCommit[] {
  const known = new Set(commits.map(({ oid }) => oid));
  return commits.filter(({ parents }) => !parents.some((parent) => known.has(parent)));
}
