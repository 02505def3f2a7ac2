// Made from release-talk.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type releaseTalkVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  readonly comments: boolean;
  readonly commentCursor?: string | null;
  readonly reviews: boolean;
  readonly reviewCursor?: string | null;
};

export type releaseTalkResult = {
  readonly repository: {
    readonly pullRequest: {
      readonly comments?: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly ({
          readonly author: {
            readonly __typename: string;
            readonly login: string;
          } | null;
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
        } | null)[] | null;
      } | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const releaseTalk: Document<releaseTalkVariables, releaseTalkResult> = {
  name: "releaseTalk",
  text: "query releaseTalk(\n  $owner: String!\n  $name: String!\n  $number: Int!\n  $comments: Boolean!\n  $commentCursor: String\n  $reviews: Boolean!\n  $reviewCursor: String\n  $size: Int = 100\n) {\n  repository(owner: $owner, name: $name) {\n    pullRequest(number: $number) {\n      comments(first: $size, after: $commentCursor) @include(if: $comments) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          author {\n            __typename\n            login\n          }\n        }\n      }\n      reviews(first: $size, after: $reviewCursor) @include(if: $reviews) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          author {\n            __typename\n            login\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  missing: ["repository.pullRequest"],
  pages: {"size":100},
};
