import { nodesOf } from "../../../github/nodes.ts";
import type { Reading } from "../../../records/book.ts";
import type { fourKeysCommitsResult } from "./four-keys-commits.generated.ts";

type Commit = Extract<
  NonNullable<NonNullable<fourKeysCommitsResult["repository"]>["object"]>,
  { readonly __typename: "Commit" }
>;
/** A commit as the fragment FourKeysCommit reads it. */
export type CommitNode = NonNullable<NonNullable<Commit["history"]["nodes"]>[number]>;

export function commitReading(node: CommitNode, repo: string): Reading {
  return {
    type: "commit",
    record: {
      type: "commit",
      repo,
      sha: node.oid,
      parents: parentsOf(node),
      authoredAt: Date.parse(node.authoredDate),
      committedAt: Date.parse(node.committedDate),
    },
  };
}

export function parentsOf({ parents }: CommitNode): string[] {
  return nodesOf(parents).map(({ oid }) => oid);
}
