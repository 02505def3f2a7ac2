import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { Repository } from "../../automation.ts";
import { fourKeysReverted, type fourKeysRevertedResult } from "./four-keys-reverted.generated.ts";
import type { RevertClaim } from "./revert-claim.ts";

type Named = NonNullable<NonNullable<fourKeysRevertedResult["repository"]>["object"]>;

/**
 * The merge commit of what is reverted by a change of that moment; null: it names nothing that had been merged as a whole by
 * then. What is merged later is no different for it, whenever it is read.
 */
export async function readReverted(
  github: GitHub,
  { owner, name }: Repository,
  { number, commit }: RevertClaim,
  by: string,
): Promise<string | null> {
  const { repository } = await github.graphql(fourKeysReverted, {
    owner,
    name,
    number: number ?? 0,
    byNumber: number !== null,
    expression: commit ?? "",
    byCommit: commit !== null,
  });
  const pull = repository?.pullRequest ?? null;
  const named = pull !== null && wasMerged(pull, by) ? pull.mergeCommit : null;
  return named?.oid ?? mergeCommitOf(repository?.object ?? null, by);
}

/**
 * Of the pull request that the commit is the merge commit of, or the only one of; the commit itself where it was pushed
 * directly. A revert of one of several commits takes back a part.
 */
function mergeCommitOf(object: Named | null, by: string): string | null {
  if (object?.__typename !== "Commit") return null;
  const merged = nodesOf(object.associatedPullRequests).filter((pull) => wasMerged(pull, by));
  if (merged.length === 0 || merged.some(({ mergeCommit }) => mergeCommit?.oid === object.oid)) return object.oid;
  return merged.find(({ commits }) => commits.totalCount === 1)?.mergeCommit?.oid ?? null;
}

function wasMerged({ mergedAt }: { readonly mergedAt: string | null }, by: string): boolean {
  return mergedAt !== null && Date.parse(mergedAt) <= Date.parse(by);
}
