export interface LaneBranches {
  readonly from: string;
  readonly to: string;
}

/**
 * Whether a pull request of these branches, both of this repository, carries work from one lane branch to another: a
 * release, or a back-merge.
 */
export function isBetweenLanes(
  { base, head }: { readonly base: string; readonly head: string },
  lanes: readonly LaneBranches[],
): boolean {
  const branches = new Set(lanes.flatMap((lane) => [lane.from, lane.to]));
  return branches.has(base) && branches.has(head);
}
