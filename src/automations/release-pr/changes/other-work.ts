import type { GraphCommit } from "../facts.ts";
import { commitsReverted, titleReverted } from "./revert-claims.ts";

const MERGE = /^Merge (?:branch|remote-tracking branch|pull request|commit|tag) /;
const BULLET = /^\* (?=\S)/m;

/**
 * Does a pull request that reverts something bring anything else (18F/identity-idp#7818)? `declared`: its title or text
 * calls the whole of it a revert; commits that say nothing of the kind are then the revert itself, unless others among
 * them do say so.
 */
export function bringsOtherWork(own: readonly GraphCommit[], declared: boolean): boolean {
  const parts = own.filter((commit) => commit.parents.length < 2).flatMap((commit) => partsOf(commit.message));
  const reverting = parts.filter(isRevert).length;
  return reverting < parts.length && (reverting > 0 || !declared);
}

/** GitHub's message of a squash lists the commits it was made of: `* Subject`, each with its text. Else the message is one. */
function partsOf(message: string): string[] {
  const [, ...parts] = message.replaceAll("\r\n", "\n").split(BULLET);
  return parts.length === 0 ? [message] : parts.filter((part) => !MERGE.test(part));
}

function isRevert(part: string): boolean {
  const [subject = ""] = part.split("\n", 1);
  return titleReverted(subject.trim()) !== null || commitsReverted(part).length > 0;
}
