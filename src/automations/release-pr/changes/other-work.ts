import { withLineFeeds } from "../../../markdown/line-ends.ts";
import { commitsReverted, titleReverted } from "../../revert-claims.ts";
import type { GraphCommit } from "../facts.ts";

const MERGE = /^Merge (?:branch|remote-tracking branch|pull request|commit|tag) /;
const BULLET = /^\* (?=\S)/m;

/**
 * Whether a pull request that reverts something brings anything else (18F/identity-idp#7818). `declared`: its title or
 * text calls the whole of it a revert; commits that do not mention one are then the revert itself, unless other commits
 * of it do.
 */
export function bringsOtherWork(own: readonly GraphCommit[], declared: boolean): boolean {
  const parts = own.filter((commit) => commit.parents.length < 2).flatMap((commit) => partsOf(commit.message));
  const reverting = parts.filter(isRevert).length;
  return reverting < parts.length && (reverting > 0 || !declared);
}

/** GitHub's message of a squash lists its commits: `* Subject`, each with its text. Any other message is one commit. */
function partsOf(message: string): string[] {
  const [, ...parts] = withLineFeeds(message).split(BULLET);
  return parts.length === 0 ? [message] : parts.filter((part) => !MERGE.test(part));
}

function isRevert(part: string): boolean {
  const [subject = ""] = part.split("\n", 1);
  return titleReverted(subject.trim()) !== null || commitsReverted(part).length > 0;
}
