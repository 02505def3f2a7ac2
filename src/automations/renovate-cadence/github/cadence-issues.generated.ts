// Made from cadence-issues.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type cadenceIssuesVariables = {
  readonly owner: string;
  readonly name: string;
  readonly self: string;
  readonly renovate: string;
  readonly author: string;
  readonly hasAuthor: boolean;
  readonly known: number;
  readonly isKnown: boolean;
};

export type cadenceIssuesResult = {
  readonly repository: {
    readonly hasIssuesEnabled: boolean;
    readonly own: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
      };
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
        readonly body: string;
        readonly state: "CLOSED" | "OPEN";
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
        readonly comments: {
          readonly pageInfo: {
            readonly hasPreviousPage: boolean;
          };
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
      } | null)[] | null;
    };
    readonly placed: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
      };
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
        readonly body: string;
        readonly state: "CLOSED" | "OPEN";
        readonly updatedAt: string;
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
      } | null)[] | null;
    };
    readonly ofRenovate: {
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
        readonly body: string;
        readonly state: "CLOSED" | "OPEN";
        readonly updatedAt: string;
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
      } | null)[] | null;
    };
    readonly ofAuthor?: {
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
        readonly body: string;
        readonly state: "CLOSED" | "OPEN";
        readonly updatedAt: string;
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
      } | null)[] | null;
    };
    readonly known?: {
      readonly number: number;
      readonly title: string;
      readonly body: string;
      readonly state: "CLOSED" | "OPEN";
      readonly updatedAt: string;
      readonly author: {
        readonly __typename: string;
        readonly login: string;
      } | null;
    } | null;
    readonly titles: {
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
      } | null)[] | null;
    };
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const cadenceIssues: Document<cadenceIssuesVariables, cadenceIssuesResult> = {
  name: "cadenceIssues",
  text: "query cadenceIssues(\n  $owner: String!\n  $name: String!\n  $self: String!\n  $renovate: String!\n  $author: String!\n  $hasAuthor: Boolean!\n  $known: Int!\n  $isKnown: Boolean!\n) {\n  repository(owner: $owner, name: $name) {\n    hasIssuesEnabled\n    own: issues(\n      filterBy: { createdBy: $self, milestone: null }\n      orderBy: { field: CREATED_AT, direction: DESC }\n      first: 20\n    ) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        ...CadenceOwnIssue\n      }\n    }\n    placed: issues(\n      filterBy: { createdBy: $self, milestone: \"*\" }\n      orderBy: { field: CREATED_AT, direction: DESC }\n      first: 50\n    ) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        ...CadenceDashboard\n      }\n    }\n    ofRenovate: issues(\n      states: [OPEN]\n      filterBy: { createdBy: $renovate }\n      orderBy: { field: UPDATED_AT, direction: DESC }\n      first: 5\n    ) {\n      nodes {\n        ...CadenceDashboard\n      }\n    }\n    ofAuthor: issues(\n      states: [OPEN]\n      filterBy: { createdBy: $author }\n      orderBy: { field: UPDATED_AT, direction: DESC }\n      first: 5\n    ) @include(if: $hasAuthor) {\n      nodes {\n        ...CadenceDashboard\n      }\n    }\n    known: issue(number: $known) @include(if: $isKnown) {\n      ...CadenceDashboard\n    }\n    titles: issues(states: [OPEN], orderBy: { field: UPDATED_AT, direction: DESC }, first: 100) {\n      nodes {\n        number\n        title\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment CadenceOwnIssue on Issue {\n  number\n  title\n  body\n  state\n  author {\n    __typename\n    login\n  }\n  comments(last: 50) {\n    pageInfo {\n      hasPreviousPage\n    }\n    nodes {\n      ...comment\n    }\n  }\n}\n\nfragment CadenceDashboard on Issue {\n  number\n  title\n  body\n  state\n  updatedAt\n  author {\n    __typename\n    login\n  }\n}\n\nfragment comment on IssueComment {\n  fullDatabaseId\n  body\n  createdAt\n  lastEditedAt\n  author {\n    __typename\n    login\n  }\n  reactionGroups {\n    content\n    viewerHasReacted\n  }\n}",
  missing: ["repository.known"],
};
