// Made from suggest-history.graphql by `npm run generate`. Do not edit.
import type { Document } from "../github/client.ts";

export type suggestHistoryVariables = {
  readonly owner: string;
  readonly name: string;
  readonly first: boolean;
  readonly withPulls: boolean;
  readonly withDeployments: boolean;
  readonly cursor?: string | null;
};

export type suggestHistoryResult = {
  readonly repository: {
    readonly isFork: boolean;
    readonly defaultBranchRef?: {
      readonly name: string;
    } | null;
    readonly develop?: {
      readonly name: string;
    } | null;
    readonly development?: {
      readonly name: string;
    } | null;
    readonly dev?: {
      readonly name: string;
    } | null;
    readonly next?: {
      readonly name: string;
    } | null;
    readonly staging?: {
      readonly name: string;
    } | null;
    readonly main?: {
      readonly name: string;
    } | null;
    readonly master?: {
      readonly name: string;
    } | null;
    readonly production?: {
      readonly name: string;
    } | null;
    readonly release?: {
      readonly name: string;
    } | null;
    readonly merged?: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly title: string;
        readonly baseRefName: string;
        readonly baseRef: {
          readonly name: string;
        } | null;
        readonly headRefName: string;
        readonly isCrossRepository: boolean;
        readonly mergedAt: string | null;
        readonly updatedAt: string;
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
        readonly labels: {
          readonly nodes: readonly ({
            readonly name: string;
          } | null)[] | null;
        } | null;
      } | null)[] | null;
    };
    readonly milestones?: {
      readonly nodes: readonly ({
        readonly title: string;
        readonly dueOn: string | null;
        readonly createdAt: string;
        readonly closedAt: string | null;
      } | null)[] | null;
    } | null;
    readonly deployments?: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
      };
      readonly nodes: readonly ({
        readonly environment: string | null;
        readonly createdAt: string;
        readonly statuses: {
          readonly nodes: readonly ({
            readonly state: "ERROR" | "FAILURE" | "INACTIVE" | "IN_PROGRESS" | "PENDING" | "QUEUED" | "SUCCESS" | "WAITING";
          } | null)[] | null;
        } | null;
      } | null)[] | null;
    };
    readonly releases?: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
      };
      readonly nodes: readonly ({
        readonly createdAt: string;
        readonly isDraft: boolean;
        readonly isPrerelease: boolean;
        readonly publishedAt: string | null;
      } | null)[] | null;
    };
    readonly labels?: {
      readonly nodes: readonly ({
        readonly name: string;
      } | null)[] | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const suggestHistory: Document<suggestHistoryVariables, suggestHistoryResult> = {
  name: "suggestHistory",
  text: "query suggestHistory(\n  $owner: String!\n  $name: String!\n  $first: Boolean!\n  $withPulls: Boolean!\n  $withDeployments: Boolean!\n  $cursor: String\n) {\n  repository(owner: $owner, name: $name) {\n    isFork\n    defaultBranchRef @include(if: $first) {\n      name\n    }\n    develop: ref(qualifiedName: \"refs/heads/develop\") @include(if: $first) {\n      name\n    }\n    development: ref(qualifiedName: \"refs/heads/development\") @include(if: $first) {\n      name\n    }\n    dev: ref(qualifiedName: \"refs/heads/dev\") @include(if: $first) {\n      name\n    }\n    next: ref(qualifiedName: \"refs/heads/next\") @include(if: $first) {\n      name\n    }\n    staging: ref(qualifiedName: \"refs/heads/staging\") @include(if: $first) {\n      name\n    }\n    main: ref(qualifiedName: \"refs/heads/main\") @include(if: $first) {\n      name\n    }\n    master: ref(qualifiedName: \"refs/heads/master\") @include(if: $first) {\n      name\n    }\n    production: ref(qualifiedName: \"refs/heads/production\") @include(if: $first) {\n      name\n    }\n    release: ref(qualifiedName: \"refs/heads/release\") @include(if: $first) {\n      name\n    }\n    merged: pullRequests(states: [MERGED], orderBy: { field: UPDATED_AT, direction: DESC }, first: 100, after: $cursor)\n      @include(if: $withPulls)\n    {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        title\n        baseRefName\n        baseRef {\n          name\n        }\n        headRefName\n        isCrossRepository\n        mergedAt\n        updatedAt\n        author {\n          __typename\n          login\n        }\n        labels(first: 20) {\n          nodes {\n            name\n          }\n        }\n      }\n    }\n    milestones(first: 50, orderBy: { field: CREATED_AT, direction: DESC }) @include(if: $first) {\n      nodes {\n        title\n        dueOn\n        createdAt\n        closedAt\n      }\n    }\n    deployments(first: 100, orderBy: { field: CREATED_AT, direction: DESC }) @include(if: $withDeployments) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        environment\n        createdAt\n        statuses(first: 10) {\n          nodes {\n            state\n          }\n        }\n      }\n    }\n    releases(first: 100, orderBy: { field: CREATED_AT, direction: DESC }) @include(if: $first) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        createdAt\n        isDraft\n        isPrerelease\n        publishedAt\n      }\n    }\n    labels(first: 100) @include(if: $first) {\n      nodes {\n        name\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
};
