// Made from config-pull.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../github/client.ts";

export type configPullVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  readonly path: string;
  readonly check: string;
};

export type configPullResult = {
  readonly repository: {
    readonly hasIssuesEnabled: boolean;
    readonly pullRequest: {
      readonly number: number;
      readonly state: "CLOSED" | "MERGED" | "OPEN";
      readonly isCrossRepository: boolean;
      readonly author: {
        readonly __typename: string;
        readonly login: string;
      } | null;
      readonly baseRefName: string;
      readonly headRefName: string;
      readonly headRefOid: string;
      readonly files: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly ({
          readonly path: string;
          readonly changeType: "ADDED" | "CHANGED" | "COPIED" | "DELETED" | "MODIFIED" | "RENAMED";
        } | null)[] | null;
      } | null;
      readonly commits: {
        readonly nodes: readonly ({
          readonly commit: {
            readonly oid: string;
            readonly file: {
              readonly object: {
                readonly text: string | null;
                readonly byteSize: number;
                readonly isTruncated: boolean;
              } | {

              } | null;
            } | null;
            readonly checkSuites: {
              readonly pageInfo: {
                readonly hasNextPage: boolean;
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
          };
        } | null)[] | null;
      };
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const configPull: Document<configPullVariables, configPullResult> = {
  name: "configPull",
  text: "query configPull(\n  $owner: String!\n  $name: String!\n  $number: Int!\n  $path: String!\n  $check: String!\n  $size: Int = 100\n) {\n  repository(owner: $owner, name: $name) {\n    hasIssuesEnabled\n    pullRequest(number: $number) {\n      number\n      state\n      isCrossRepository\n      author {\n        __typename\n        login\n      }\n      baseRefName\n      headRefName\n      headRefOid\n      files(first: $size) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          path\n          changeType\n        }\n      }\n      commits(last: 1) {\n        nodes {\n          commit {\n            oid\n            file(path: $path) {\n              object {\n                ... on Blob {\n                  text\n                  byteSize\n                  isTruncated\n                }\n              }\n            }\n            checkSuites(first: 3, filterBy: { checkName: $check }) {\n              pageInfo {\n                hasNextPage\n              }\n              nodes {\n                ...OwnSuite\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment OwnSuite on CheckSuite {\n  status\n  app {\n    slug\n  }\n  checkRuns(first: 10, filterBy: { checkName: $check, checkType: LATEST }) {\n    nodes {\n      databaseId\n      conclusion\n      title\n      summary\n    }\n  }\n}",
  missing: ["repository.pullRequest","repository.pullRequest.commits.nodes.*.commit.file"],
  pages: {"size":100},
};
