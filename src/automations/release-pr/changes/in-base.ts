import type { LaneFacts, MergedPull } from "../facts.ts";

export type BaseFacts = Pick<LaneFacts, "lane" | "baseOnly" | "inBase">;

/** Pull requests whose merge commit the lane's base has. Those that were merged into that branch need no request. */
export function inBaseOf({ lane, baseOnly, inBase }: BaseFacts): (pull: MergedPull) => boolean {
  const there = new Set([...baseOnly.map((commit) => commit.oid), ...inBase]);
  return (pull) => pull.mergeCommit !== null && (pull.base === lane.to || there.has(pull.mergeCommit));
}
