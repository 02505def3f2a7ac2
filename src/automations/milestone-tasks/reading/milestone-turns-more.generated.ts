// Made from milestone-turns-more.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type milestoneTurnsMoreVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  readonly cursor?: string | null;
  readonly filter: { assignee?: string | null; createdBy?: string | null; labels?: readonly (string)[] | null; mentioned?: string | null; milestone?: string | null; milestoneNumber?: string | null; since?: string | null; states?: readonly ("CLOSED" | "OPEN")[] | null; viewerSubscribed?: boolean | null };
};

export type milestoneTurnsMoreResult = {
  readonly repository: {
    readonly milestone: {
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
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const milestoneTurnsMore: Document<milestoneTurnsMoreVariables, milestoneTurnsMoreResult> = {
  name: "milestoneTurnsMore",
  text: "query milestoneTurnsMore(\n  $owner: String!\n  $name: String!\n  $number: Int!\n  $cursor: String\n  $filter: IssueFilters!\n  $size: Int = 100\n) {\n  repository(owner: $owner, name: $name) {\n    milestone(number: $number) {\n      issues(first: $size, after: $cursor, filterBy: $filter, orderBy: { field: CREATED_AT, direction: ASC }) {\n        ...turnIssues\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment turnIssues on IssueConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    body\n    author {\n      __typename\n      login\n    }\n  }\n}",
  missing: ["repository.milestone"],
  pages: {"size":100},
};
