// Made from guard-lacking.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type guardLackingVariables = {
  readonly owner: string;
  readonly name: string;
  readonly baseRef: string;
  readonly oid: string;
  readonly cursor?: string | null;
};

export type guardLackingResult = {
  readonly repository: {
    readonly ref: {
      readonly compare: {
        readonly commits: {
          readonly pageInfo: {
            readonly hasNextPage: boolean;
            readonly endCursor: string | null;
          };
          readonly nodes: readonly ({
            readonly oid: string;
            readonly committedDate: string;
            readonly parents: {
              readonly nodes: readonly ({
                readonly oid: string;
              } | null)[] | null;
            };
          } | null)[] | null;
        };
      } | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const guardLacking: Document<guardLackingVariables, guardLackingResult> = {
  name: "guardLacking",
  text: "query guardLacking(\n  $owner: String!\n  $name: String!\n  $baseRef: String!\n  $oid: String!\n  $cursor: String\n  $size: Int = 100\n) {\n  repository(owner: $owner, name: $name) {\n    ref(qualifiedName: $baseRef) {\n      compare(headRef: $oid) {\n        commits(first: $size, after: $cursor) {\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          nodes {\n            ...GuardCommit\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment GuardCommit on Commit {\n  oid\n  committedDate\n  parents(first: 10) {\n    nodes {\n      oid\n    }\n  }\n}",
  missing: ["repository.ref.compare"],
  pages: {"size":100},
};
