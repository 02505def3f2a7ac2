// Made from milestone-turns.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type milestoneTurnsVariables = {
  readonly owner: string;
  readonly name: string;
  readonly cursor?: string | null;
};

export type milestoneTurnsResult = {
  readonly repository: {
    readonly milestones: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly number: number;
        readonly issues: {
          readonly nodes: readonly ({
            readonly body: string;
            readonly author: {
              readonly __typename: string;
              readonly login: string;
            } | null;
          } | null)[] | null;
        };
      } | null)[] | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const milestoneTurns: Document<milestoneTurnsVariables, milestoneTurnsResult> = {
  name: "milestoneTurns",
  text: "query milestoneTurns($owner: String!, $name: String!, $cursor: String, $size: Int = 20) {\n  repository(owner: $owner, name: $name) {\n    milestones(first: $size, after: $cursor, orderBy: { field: NUMBER, direction: DESC }) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        number\n        issues(first: 100, orderBy: { field: CREATED_AT, direction: ASC }) {\n          nodes {\n            body\n            author {\n              __typename\n              login\n            }\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  pages: {"size":20},
};
