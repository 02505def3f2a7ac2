// Made from milestone-turns.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type milestoneTurnsVariables = {
  readonly owner: string;
  readonly name: string;
  readonly cursor?: string | null;
  readonly filter: { assignee?: string | null; createdBy?: string | null; labels?: readonly (string)[] | null; mentioned?: string | null; milestone?: string | null; milestoneNumber?: string | null; since?: string | null; states?: readonly ("CLOSED" | "OPEN")[] | null; viewerSubscribed?: boolean | null };
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
          readonly pageInfo: {
            readonly hasNextPage: boolean;
            readonly endCursor: string | null;
          };
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
  text: "query milestoneTurns($owner: String!, $name: String!, $cursor: String, $filter: IssueFilters!, $size: Int = 20) {\n  repository(owner: $owner, name: $name) {\n    milestones(first: $size, after: $cursor, orderBy: { field: NUMBER, direction: DESC }) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        number\n        issues(first: 100, filterBy: $filter, orderBy: { field: CREATED_AT, direction: ASC }) {\n          ...turnIssues\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment turnIssues on IssueConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    body\n    author {\n      __typename\n      login\n    }\n  }\n}",
  pages: {"size":20},
};
