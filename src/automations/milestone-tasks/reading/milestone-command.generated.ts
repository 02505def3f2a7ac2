// Made from milestone-command.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../../github/client.ts";

export type milestoneCommandVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  readonly home: number;
  readonly withProject: boolean;
  readonly status: string;
  readonly due: string;
};

export type milestoneCommandResult = {
  readonly repository: {
    readonly issue: {
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
    } | null;
    readonly present: {
      readonly milestone: {
        readonly number: number;
        readonly title: string;
        readonly description: string | null;
        readonly state: "CLOSED" | "OPEN";
        readonly dueOn: string | null;
        readonly closedAt: string | null;
      } | null;
    } | null;
    readonly milestone: {
      readonly number: number;
      readonly title: string;
      readonly description: string | null;
      readonly state: "CLOSED" | "OPEN";
      readonly dueOn: string | null;
      readonly closedAt: string | null;
    } | null;
    readonly assignableUsers: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
      };
      readonly nodes: readonly ({
        readonly login: string;
      } | null)[] | null;
    };
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const milestoneCommand: Document<milestoneCommandVariables, milestoneCommandResult> = {
  name: "milestoneCommand",
  text: "query milestoneCommand(\n  $owner: String!\n  $name: String!\n  $number: Int!\n  $home: Int!\n  $withProject: Boolean!\n  $status: String!\n  $due: String!\n) {\n  repository(owner: $owner, name: $name) {\n    issue(number: $number) {\n      ...issue\n    }\n    present: issue(number: $number) {\n      milestone {\n        ...milestone\n      }\n    }\n    milestone(number: $home) {\n      ...milestone\n    }\n    assignableUsers(first: 100) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        login\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment milestone on Milestone {\n  number\n  title\n  description\n  state\n  dueOn\n  closedAt\n}\n\nfragment issue on Issue {\n  fullDatabaseId\n  number\n  title\n  body\n  state\n  stateReason\n  author {\n    __typename\n    login\n  }\n  milestone {\n    number\n  }\n  parent {\n    number\n  }\n  subIssuesSummary {\n    total\n  }\n  labels(first: 100) {\n    nodes {\n      name\n    }\n  }\n  assignees(first: 10) {\n    nodes {\n      login\n    }\n  }\n  comments(last: 20) {\n    nodes {\n      ...comment\n    }\n  }\n  projectItems(first: 10) @include(if: $withProject) {\n    ...items\n  }\n}\n\nfragment comment on IssueComment {\n  fullDatabaseId\n  body\n  createdAt\n  lastEditedAt\n  author {\n    __typename\n    login\n  }\n  reactionGroups {\n    content\n    viewerHasReacted\n  }\n}\n\nfragment items on ProjectV2ItemConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    fullDatabaseId\n    project {\n      number\n      owner {\n        ... on Organization {\n          login\n        }\n      }\n    }\n    status: fieldValueByName(name: $status) {\n      ... on ProjectV2ItemFieldSingleSelectValue {\n        name\n      }\n    }\n    due: fieldValueByName(name: $due) {\n      ... on ProjectV2ItemFieldDateValue {\n        date\n      }\n    }\n  }\n}",
  missing: ["repository.issue","repository.present","repository.milestone"],
  unknown: ["repository.issue.parent","repository.issue.projectItems.nodes.*"],
};
