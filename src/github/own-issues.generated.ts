// Made from own-issues.graphql by `npm run generate`. Do not edit.
import type { Document } from "../github/client.ts";

export type ownIssuesVariables = {
  readonly owner: string;
  readonly name: string;
  readonly filter: { assignee?: string | null; createdBy?: string | null; labels?: readonly (string)[] | null; mentioned?: string | null; milestone?: string | null; milestoneNumber?: string | null; since?: string | null; states?: readonly ("CLOSED" | "OPEN")[] | null; viewerSubscribed?: boolean | null };
  readonly wantsOpen: boolean;
  readonly openCursor?: string | null;
  readonly wantsClosed: boolean;
  readonly closedCursor?: string | null;
};

export type ownIssuesResult = {
  readonly repository: {
    readonly hasIssuesEnabled: boolean;
    readonly open?: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
        readonly body: string;
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
      } | null)[] | null;
    };
    readonly closed?: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
        readonly body: string;
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
      } | null)[] | null;
    };
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const ownIssues: Document<ownIssuesVariables, ownIssuesResult> = {
  name: "ownIssues",
  text: "query ownIssues(\n  $owner: String!\n  $name: String!\n  $filter: IssueFilters!\n  $wantsOpen: Boolean!\n  $openCursor: String\n  $wantsClosed: Boolean!\n  $closedCursor: String\n) {\n  repository(owner: $owner, name: $name) {\n    hasIssuesEnabled\n    open: issues(\n      states: [OPEN]\n      filterBy: $filter\n      orderBy: { field: CREATED_AT, direction: DESC }\n      first: 100\n      after: $openCursor\n    ) @include(if: $wantsOpen) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...OwnIssue\n      }\n    }\n    closed: issues(\n      states: [CLOSED]\n      filterBy: $filter\n      orderBy: { field: CREATED_AT, direction: DESC }\n      first: 100\n      after: $closedCursor\n    ) @include(if: $wantsClosed) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...OwnIssue\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment OwnIssue on Issue {\n  number\n  title\n  body\n  author {\n    __typename\n    login\n  }\n}",
};
