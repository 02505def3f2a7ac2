// Made from four-keys-change-rest.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type fourKeysChangeRestVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  readonly commits?: string | null;
  readonly reviews?: string | null;
  readonly moreCommits: boolean;
  readonly moreReviews: boolean;
};

export type fourKeysChangeRestResult = {
  readonly repository: {
    readonly pullRequest: {
      readonly commits?: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly ({
          readonly commit: {
            readonly oid: string;
            readonly authoredDate: string;
            readonly message: string;
          };
        } | null)[] | null;
      };
      readonly reviews?: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly ({
          readonly author: {
            readonly __typename: string;
            readonly login: string;
          } | null;
          readonly state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED" | "PENDING";
          readonly submittedAt: string | null;
        } | null)[] | null;
      } | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const fourKeysChangeRest: Document<fourKeysChangeRestVariables, fourKeysChangeRestResult> = {
  name: "fourKeysChangeRest",
  text: "query fourKeysChangeRest(\n  $owner: String!\n  $name: String!\n  $number: Int!\n  $commits: String\n  $reviews: String\n  $moreCommits: Boolean!\n  $moreReviews: Boolean!\n  $size: Int = 100\n) {\n  repository(owner: $owner, name: $name) {\n    pullRequest(number: $number) {\n      commits(first: $size, after: $commits) @include(if: $moreCommits) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          commit {\n            oid\n            authoredDate\n            message\n          }\n        }\n      }\n      reviews(first: $size, after: $reviews) @include(if: $moreReviews) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          author {\n            __typename\n            login\n          }\n          state\n          submittedAt\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  pages: {"size":100},
};
