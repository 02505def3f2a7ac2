// Made from milestone-page.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../../github/client.ts";

export type milestonePageVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  readonly cursor?: string | null;
  readonly first: boolean;
  readonly templates: boolean;
  readonly withProject: boolean;
  readonly status: string;
  readonly due: string;
};

export type milestonePageResult = {
  readonly repository: {
    readonly hasIssuesEnabled: boolean;
    readonly milestone: {
      readonly number: number;
      readonly title: string;
      readonly description: string | null;
      readonly state: "CLOSED" | "OPEN";
      readonly dueOn: string | null;
      readonly closedAt: string | null;
      readonly createdAt: string;
      readonly issues: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly ({
          readonly fullDatabaseId: string | null;
          readonly number: number;
          readonly title: string;
          readonly body: string;
          readonly state: "CLOSED" | "OPEN";
          readonly stateReason: "COMPLETED" | "DUPLICATE" | "NOT_PLANNED" | "REOPENED" | null;
          readonly author: {
            readonly __typename: string;
            readonly login: string;
          } | null;
          readonly milestone: {
            readonly number: number;
          } | null;
          readonly parent: {
            readonly number: number;
          } | Unknown | null;
          readonly subIssuesSummary: {
            readonly total: number;
          };
          readonly labels: {
            readonly nodes: readonly ({
              readonly name: string;
            } | null)[] | null;
          } | null;
          readonly assignees: {
            readonly nodes: readonly ({
              readonly login: string;
            } | null)[] | null;
          };
          readonly comments: {
            readonly nodes: readonly ({
              readonly fullDatabaseId: string | null;
              readonly body: string;
              readonly createdAt: string;
              readonly lastEditedAt: string | null;
              readonly author: {
                readonly __typename: string;
                readonly login: string;
              } | null;
              readonly reactionGroups: readonly ({
                readonly content: "CONFUSED" | "EYES" | "HEART" | "HOORAY" | "LAUGH" | "ROCKET" | "THUMBS_DOWN" | "THUMBS_UP";
                readonly viewerHasReacted: boolean;
              })[] | null;
            } | null)[] | null;
          };
          readonly projectItems?: {
            readonly pageInfo: {
              readonly hasNextPage: boolean;
              readonly endCursor: string | null;
            };
            readonly nodes: readonly ({
              readonly fullDatabaseId: string | null;
              readonly project: {
                readonly number: number;
                readonly owner: {

                } | {
                  readonly login: string;
                };
              };
              readonly status: {

              } | {
                readonly name: string | null;
              } | null;
              readonly due: {
                readonly date: string | null;
              } | {

              } | null;
            } | Unknown | null)[] | null;
          };
        } | null)[] | null;
      };
    } | null;
    readonly milestones?: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
        readonly description: string | null;
        readonly state: "CLOSED" | "OPEN";
        readonly dueOn: string | null;
        readonly closedAt: string | null;
      } | null)[] | null;
    } | null;
    readonly labels?: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
      };
      readonly nodes: readonly ({
        readonly name: string;
      } | null)[] | null;
    } | null;
    readonly assignableUsers?: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
      };
      readonly nodes: readonly ({
        readonly login: string;
      } | null)[] | null;
    };
    readonly object?: {

    } | {
      readonly entries: readonly ({
        readonly name: string;
        readonly object: {
          readonly text: string | null;
        } | {

        } | null;
      })[] | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const milestonePage: Document<milestonePageVariables, milestonePageResult> = {
  name: "milestonePage",
  text: "query milestonePage(\n  $owner: String!\n  $name: String!\n  $number: Int!\n  $cursor: String\n  $first: Boolean!\n  $templates: Boolean!\n  $withProject: Boolean!\n  $status: String!\n  $due: String!\n  $size: Int = 75\n  $others: Int = 100\n) {\n  repository(owner: $owner, name: $name) {\n    hasIssuesEnabled\n    milestone(number: $number) {\n      ...milestone\n      createdAt\n      issues(first: $size, after: $cursor, orderBy: { field: CREATED_AT, direction: ASC }) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          ...issue\n        }\n      }\n    }\n    milestones(first: $others, orderBy: { field: NUMBER, direction: DESC }) @include(if: $first) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...milestone\n      }\n    }\n    labels(first: 100) @include(if: $first) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        name\n      }\n    }\n    assignableUsers(first: 100) @include(if: $first) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        login\n      }\n    }\n    object(expression: \"HEAD:.github/ISSUE_TEMPLATE\") @include(if: $templates) {\n      ... on Tree {\n        entries {\n          name\n          object {\n            ... on Blob {\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment milestone on Milestone {\n  number\n  title\n  description\n  state\n  dueOn\n  closedAt\n}\n\nfragment issue on Issue {\n  fullDatabaseId\n  number\n  title\n  body\n  state\n  stateReason\n  author {\n    __typename\n    login\n  }\n  milestone {\n    number\n  }\n  parent {\n    number\n  }\n  subIssuesSummary {\n    total\n  }\n  labels(first: 100) {\n    nodes {\n      name\n    }\n  }\n  assignees(first: 10) {\n    nodes {\n      login\n    }\n  }\n  comments(last: 20) {\n    nodes {\n      ...comment\n    }\n  }\n  projectItems(first: 10) @include(if: $withProject) {\n    ...items\n  }\n}\n\nfragment comment on IssueComment {\n  fullDatabaseId\n  body\n  createdAt\n  lastEditedAt\n  author {\n    __typename\n    login\n  }\n  reactionGroups {\n    content\n    viewerHasReacted\n  }\n}\n\nfragment items on ProjectV2ItemConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    fullDatabaseId\n    project {\n      number\n      owner {\n        ... on Organization {\n          login\n        }\n      }\n    }\n    status: fieldValueByName(name: $status) {\n      ... on ProjectV2ItemFieldSingleSelectValue {\n        name\n      }\n    }\n    due: fieldValueByName(name: $due) {\n      ... on ProjectV2ItemFieldDateValue {\n        date\n      }\n    }\n  }\n}",
  missing: ["repository.milestone"],
  unknown: ["repository.milestone.issues.nodes.*.parent","repository.milestone.issues.nodes.*.projectItems.nodes.*"],
  pages: {"size":75,"others":100},
};
