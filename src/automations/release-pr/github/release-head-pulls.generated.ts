// Made from release-head-pulls.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../../github/client.ts";

export type releaseHeadPullsVariables = {
  readonly owner: string;
  readonly name: string;
  readonly oid: string;
  readonly cursor?: string | null;
};

export type releaseHeadPullsResult = {
  readonly repository: {
    readonly object: {

    } | {
      readonly associatedPullRequests: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly ({
          readonly number: number;
          readonly state: "CLOSED" | "MERGED" | "OPEN";
          readonly baseRefName: string;
          readonly headRefOid: string;
        } | Unknown | null)[] | null;
      } | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const releaseHeadPulls: Document<releaseHeadPullsVariables, releaseHeadPullsResult> = {
  name: "releaseHeadPulls",
  text: "query releaseHeadPulls($owner: String!, $name: String!, $oid: GitObjectID!, $cursor: String, $size: Int = 100) {\n  repository(owner: $owner, name: $name) {\n    object(oid: $oid) {\n      ... on Commit {\n        associatedPullRequests(first: $size, after: $cursor) {\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          nodes {\n            number\n            state\n            baseRefName\n            headRefOid\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  unknown: ["repository.object.associatedPullRequests.nodes.*"],
  pages: {"size":100},
};
