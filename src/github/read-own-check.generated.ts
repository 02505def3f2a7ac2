// Made from read-own-check.graphql by `npm run generate`. Do not edit.
import type { Document } from "../github/client.ts";

export type readOwnCheckVariables = {
  readonly owner: string;
  readonly name: string;
  readonly oid: string;
  readonly check: string;
  readonly cursor?: string | null;
};

export type readOwnCheckResult = {
  readonly repository: {
    readonly object: {
      readonly __typename: "Blob";
    } | {
      readonly __typename: "Commit";
      readonly checkSuites: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly ({
          readonly status: "COMPLETED" | "IN_PROGRESS" | "PENDING" | "QUEUED" | "REQUESTED" | "WAITING";
          readonly app: {
            readonly slug: string;
          } | null;
          readonly checkRuns: {
            readonly nodes: readonly ({
              readonly databaseId: number | null;
              readonly conclusion: "ACTION_REQUIRED" | "CANCELLED" | "FAILURE" | "NEUTRAL" | "SKIPPED" | "STALE" | "STARTUP_FAILURE" | "SUCCESS" | "TIMED_OUT" | null;
              readonly title: string | null;
              readonly summary: string | null;
            } | null)[] | null;
          } | null;
        } | null)[] | null;
      } | null;
    } | {
      readonly __typename: "Tag";
    } | {
      readonly __typename: "Tree";
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const readOwnCheck: Document<readOwnCheckVariables, readOwnCheckResult> = {
  name: "readOwnCheck",
  text: "query readOwnCheck(\n  $owner: String!\n  $name: String!\n  $oid: GitObjectID!\n  $check: String!\n  $cursor: String\n  $size: Int = 25\n) {\n  repository(owner: $owner, name: $name) {\n    object(oid: $oid) {\n      __typename\n      ... on Commit {\n        checkSuites(first: $size, after: $cursor, filterBy: { checkName: $check }) {\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          nodes {\n            ...OwnSuite\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment OwnSuite on CheckSuite {\n  status\n  app {\n    slug\n  }\n  checkRuns(first: 10, filterBy: { checkName: $check, checkType: LATEST }) {\n    nodes {\n      databaseId\n      conclusion\n      title\n      summary\n    }\n  }\n}",
  pages: {"size":25},
};
