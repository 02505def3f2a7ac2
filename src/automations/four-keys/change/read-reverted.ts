import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { Repository } from "../../automation.ts";
import { fourKeysReverted, type fourKeysRevertedResult } from "./four-keys-reverted.generated.ts";
import type { RevertClaim } from "./revert-claim.ts";

type Named = NonNullable<NonNullable<fourKeysRevertedResult["repository"]>["object"]>;

/** The merge commit of what is reverted; null: it names nothing that was merged as a whole. */
export async function readReverted(
  github: GitHub,
  { owner, name }: Repository,
  { number, commit }: RevertClaim,
): Promise<string | null> {
  const { repository } = await github.graphql(fourKeysReverted, {
    owner,
    name,
    number: number ?? 0,
    byNumber: number !== null,
    expression: commit ?? "",
    byCommit: commit !== null,
  });
  return repository?.pullRequest?.mergeCommit?.oid ?? mergeCommitOf(repository?.object ?? null);
}

/**
 * Of the pull request that the commit is the merge commit of, or the only one of; the commit itself where it was pushed
 * directly. A revert of one of several commits takes back a part.
 */
function mergeCommitOf(object: Named | null): string | null {
  if (object?.__typename !== "Commit") return null;
  const merged = nodesOf(object.associatedPullRequests).filter((pull) => pull.merged);
  if (merged.length === 0 || merged.some(({ mergeCommit }) => mergeCommit?.oid === object.oid)) return object.oid;
  return merged.find(({ commits }) => commits.totalCount === 1)?.mergeCommit?.oid ?? null;
}
