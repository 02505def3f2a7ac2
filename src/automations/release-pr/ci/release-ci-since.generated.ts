// Made from release-ci-since.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../../github/client.ts";

export type releaseCiSinceVariables = {
  readonly owner: string;
  readonly name: string;
  readonly oid: string;
};

export type releaseCiSinceResult = {
  readonly repository: {
    readonly object: {

    } | {
      readonly history: {
        readonly nodes: readonly ({
          readonly oid: string;
          readonly parents: {
            readonly nodes: readonly ({
              readonly oid: string;
            } | null)[] | null;
          };
          readonly status: {
            readonly state: "ERROR" | "EXPECTED" | "FAILURE" | "PENDING" | "SUCCESS";
          } | Unknown | null;
          readonly checkSuites: {
            readonly nodes: readonly ({
              readonly status: "COMPLETED" | "IN_PROGRESS" | "PENDING" | "QUEUED" | "REQUESTED" | "WAITING";
              readonly conclusion: "ACTION_REQUIRED" | "CANCELLED" | "FAILURE" | "NEUTRAL" | "SKIPPED" | "STALE" | "STARTUP_FAILURE" | "SUCCESS" | "TIMED_OUT" | null;
              readonly createdAt: string;
              readonly app: {
                readonly slug: string;
              } | null;
            } | null)[] | null;
          } | Unknown | null;
        } | null)[] | null;
      };
    } | null;
    readonly merged: {
      readonly nodes: readonly ({
        readonly number: number;
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
        readonly mergedBy: {
          readonly __typename: string;
          readonly login: string;
        } | null;
        readonly mergeCommit: {
          readonly oid: string;
        } | null;
      } | null)[] | null;
    };
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const releaseCiSince: Document<releaseCiSinceVariables, releaseCiSinceResult> = {
  name: "releaseCiSince",
  text: "query releaseCiSince($owner: String!, $name: String!, $oid: GitObjectID!) {\n  repository(owner: $owner, name: $name) {\n    object(oid: $oid) {\n      ... on Commit {\n        history(first: 100) {\n          nodes {\n            oid\n            parents(first: 10) {\n              nodes {\n                oid\n              }\n            }\n            status {\n              state\n            }\n            checkSuites(first: 20) {\n              nodes {\n                status\n                conclusion\n                createdAt\n                app {\n                  slug\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n    merged: pullRequests(states: [MERGED], orderBy: { field: UPDATED_AT, direction: DESC }, first: 100) {\n      nodes {\n        number\n        author {\n          __typename\n          login\n        }\n        mergedBy {\n          __typename\n          login\n        }\n        mergeCommit {\n          oid\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  unknown: ["repository.object.history.nodes.*.status","repository.object.history.nodes.*.checkSuites"],
};
