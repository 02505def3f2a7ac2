// Made from guard-commits.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type guardCommitsVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  readonly cursor?: string | null;
};

export type guardCommitsResult = {
  readonly repository: {
    readonly pullRequest: {
      readonly commits: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly ({
          readonly commit: {
            readonly oid: string;
            readonly committedDate: string;
            readonly parents: {
              readonly nodes: readonly ({
                readonly oid: string;
              } | null)[] | null;
            };
          };
        } | null)[] | null;
      };
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const guardCommits: Document<guardCommitsVariables, guardCommitsResult> = {
  name: "guardCommits",
  text: "query guardCommits($owner: String!, $name: String!, $number: Int!, $cursor: String, $size: Int = 100) {\n  repository(owner: $owner, name: $name) {\n    pullRequest(number: $number) {\n      commits(first: $size, after: $cursor) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          commit {\n            ...GuardCommit\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment GuardCommit on Commit {\n  oid\n  committedDate\n  parents(first: 10) {\n    nodes {\n      oid\n    }\n  }\n}",
  missing: ["repository.pullRequest"],
  pages: {"size":100},
};
