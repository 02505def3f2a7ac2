// Made from release-open-pull.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../../github/client.ts";

export type releaseOpenPullVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
};

export type releaseOpenPullResult = {
  readonly repository: {
    readonly pullRequest: {
      readonly number: number;
      readonly title: string;
      readonly body: string;
      readonly createdAt: string;
      readonly isCrossRepository: boolean;
      readonly author: {
        readonly __typename: string;
        readonly login: string;
      } | null;
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
      readonly reviewRequests: {
        readonly nodes: readonly ({
          readonly requestedReviewer: {
            readonly __typename: "Bot";
          } | {
            readonly __typename: "Mannequin";
          } | {
            readonly __typename: "Team";
          } | {
            readonly __typename: "User";
            readonly login: string;
          } | Unknown | null;
        } | null)[] | null;
      } | null;
      readonly comments: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
        };
        readonly nodes: readonly ({
          readonly author: {
            readonly __typename: string;
            readonly login: string;
          } | null;
        } | null)[] | null;
      };
      readonly reviews: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
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

export const releaseOpenPull: Document<releaseOpenPullVariables, releaseOpenPullResult> = {
  name: "releaseOpenPull",
  text: "query releaseOpenPull($owner: String!, $name: String!, $number: Int!) {\n  repository(owner: $owner, name: $name) {\n    pullRequest(number: $number) {\n      ...ReleaseOpenPull\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment ReleaseOpenPull on PullRequest {\n  number\n  title\n  body\n  createdAt\n  isCrossRepository\n  author {\n    __typename\n    login\n  }\n  labels(first: 100) {\n    nodes {\n      name\n    }\n  }\n  assignees(first: 20) {\n    nodes {\n      login\n    }\n  }\n  reviewRequests(first: 100) {\n    nodes {\n      requestedReviewer {\n        __typename\n        ... on User {\n          login\n        }\n      }\n    }\n  }\n  comments(first: 20) {\n    pageInfo {\n      hasNextPage\n    }\n    nodes {\n      author {\n        __typename\n        login\n      }\n    }\n  }\n  reviews(first: 20) {\n    pageInfo {\n      hasNextPage\n    }\n    nodes {\n      author {\n        __typename\n        login\n      }\n    }\n  }\n}",
  missing: ["repository.pullRequest"],
  unknown: ["repository.pullRequest.reviewRequests.nodes.*.requestedReviewer"],
};
