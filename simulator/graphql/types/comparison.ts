import { type Comparison, compare } from "../../git/compare.ts";
import type { SimCommit } from "../../state.ts";
import { connection, type Page } from "../connection.ts";
import type { Resolvers } from "../context.ts";
import { type ComparisonSource, commitOf, commitSource } from "../source.ts";

/** Commits and their ancestors never change, so a comparison is made once per pair. */
const made = new WeakMap<SimCommit, WeakMap<SimCommit, Comparison>>();

export function comparisonOf({ repo, base, head }: Omit<ComparisonSource, "__typename">): Comparison {
  const baseCommit = repo.commits.get(base);
  const headCommit = repo.commits.get(head);
  if (baseCommit === undefined || headCommit === undefined) return compare(repo, base, head);
  let byHead = made.get(baseCommit);
  if (byHead === undefined) {
    byHead = new WeakMap();
    made.set(baseCommit, byHead);
  }
  const known = byHead.get(headCommit) ?? compare(repo, base, head);
  byHead.set(headCommit, known);
  return known;
}

export const comparison: Resolvers<ComparisonSource> = {
  aheadBy: (source) => comparisonOf(source).ahead_by,
  behindBy: (source) => comparisonOf(source).behind_by,
  status: (source) => comparisonOf(source).status.toUpperCase(),
  baseTarget: ({ repo, base }) => commitOf(repo, base),
  headTarget: ({ repo, head }) => commitOf(repo, head),
  commits: (source, page: Page) =>
    connection(
      comparisonOf(source).commits,
      page,
      ({ sha }) => sha,
      (commit) => commitSource(source.repo, commit),
    ),
};
