// Made from guard-pull.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../../github/client.ts";

export type guardPullVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  readonly check: string;
};

export type guardPullResult = {
  readonly repository: {
    readonly pullRequest: {
      readonly number: number;
      readonly state: "CLOSED" | "MERGED" | "OPEN";
      readonly baseRefName: string;
      readonly headRefName: string;
      readonly headRefOid: string;
      readonly isCrossRepository: boolean;
      readonly headRepository: {
        readonly nameWithOwner: string;
      } | Unknown | null;
      readonly author: {
        readonly __typename: string;
        readonly login: string;
      } | null;
      readonly last: {
        readonly nodes: readonly ({
          readonly commit: {
            readonly oid: string;
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
      readonly baseRef: {
        readonly refUpdateRule: {
          readonly requiredStatusCheckContexts: readonly (string | null)[] | null;
        } | Unknown | null;
        readonly rules: {
          readonly nodes: readonly ({
            readonly parameters: {
              readonly __typename: "BranchNamePatternParameters";
            } | {
              readonly __typename: "CodeScanningParameters";
            } | {
              readonly __typename: "CommitAuthorEmailPatternParameters";
            } | {
              readonly __typename: "CommitMessagePatternParameters";
            } | {
              readonly __typename: "CommitterEmailPatternParameters";
            } | {
              readonly __typename: "FileExtensionRestrictionParameters";
            } | {
              readonly __typename: "FilePathRestrictionParameters";
            } | {
              readonly __typename: "MaxFilePathLengthParameters";
            } | {
              readonly __typename: "MaxFileSizeParameters";
            } | {
              readonly __typename: "MergeQueueParameters";
            } | {
              readonly __typename: "PullRequestParameters";
            } | {
              readonly __typename: "RequiredDeploymentsParameters";
            } | {
              readonly __typename: "RequiredStatusChecksParameters";
              readonly requiredStatusChecks: readonly ({
                readonly context: string;
              })[];
            } | {
              readonly __typename: "TagNamePatternParameters";
            } | {
              readonly __typename: "UpdateParameters";
            } | {
              readonly __typename: "WorkflowsParameters";
            } | null;
          } | null)[] | null;
        } | Unknown | null;
      } | null;
      readonly headRef: {
        readonly associatedPullRequests: {
          readonly nodes: readonly ({
            readonly number: number;
            readonly baseRepository: {
              readonly databaseId: number | null;
            } | null;
          } | Unknown | null)[] | null;
        };
      } | Unknown | null;
      readonly shared: {
        readonly nodes: readonly ({
          readonly commit: {
            readonly associatedPullRequests: {
              readonly nodes: readonly ({
                readonly number: number;
                readonly state: "CLOSED" | "MERGED" | "OPEN";
                readonly headRefOid: string;
                readonly baseRepository: {
                  readonly databaseId: number | null;
                } | null;
              } | Unknown | null)[] | null;
            } | null;
          };
        } | null)[] | null;
      };
      readonly commits: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly ({
          readonly commit: {
            readonly oid: string;
            readonly committedDate: string;
            readonly parents: {
              readonly nodes: readonly ({
                readonly oid: string;
              } | null)[] | null;
            };
          };
        } | null)[] | null;
      };
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const guardPull: Document<guardPullVariables, guardPullResult> = {
  name: "guardPull",
  text: "query guardPull($owner: String!, $name: String!, $number: Int!, $check: String!, $size: Int = 100) {\n  repository(owner: $owner, name: $name) {\n    pullRequest(number: $number) {\n      ...GuardEnds\n      baseRef {\n        ...GuardRequirement\n      }\n      headRef {\n        associatedPullRequests(states: [OPEN], first: 50) {\n          nodes {\n            number\n            baseRepository {\n              databaseId\n            }\n          }\n        }\n      }\n      shared: commits(last: 1) {\n        nodes {\n          commit {\n            associatedPullRequests(first: 50) {\n              nodes {\n                number\n                state\n                headRefOid\n                baseRepository {\n                  databaseId\n                }\n              }\n            }\n          }\n        }\n      }\n      commits(first: $size) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          commit {\n            ...GuardCommit\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment GuardCommit on Commit {\n  oid\n  committedDate\n  parents(first: 10) {\n    nodes {\n      oid\n    }\n  }\n}\n\nfragment GuardEnds on PullRequest {\n  number\n  state\n  baseRefName\n  headRefName\n  headRefOid\n  isCrossRepository\n  headRepository {\n    nameWithOwner\n  }\n  author {\n    __typename\n    login\n  }\n  last: commits(last: 1) {\n    nodes {\n      commit {\n        oid\n        checkSuites(first: 3, filterBy: { checkName: $check }) {\n          pageInfo {\n            hasNextPage\n          }\n          nodes {\n            ...OwnSuite\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment OwnSuite on CheckSuite {\n  status\n  app {\n    slug\n  }\n  checkRuns(first: 10, filterBy: { checkName: $check, checkType: LATEST }) {\n    nodes {\n      databaseId\n      conclusion\n      title\n      summary\n    }\n  }\n}\n\nfragment GuardRequirement on Ref {\n  refUpdateRule {\n    requiredStatusCheckContexts\n  }\n  rules(first: 100) {\n    nodes {\n      parameters {\n        __typename\n        ... on RequiredStatusChecksParameters {\n          requiredStatusChecks {\n            context\n          }\n        }\n      }\n    }\n  }\n}",
  missing: ["repository.pullRequest"],
  unknown: ["repository.pullRequest.headRepository","repository.pullRequest.baseRef.refUpdateRule","repository.pullRequest.baseRef.rules","repository.pullRequest.headRef","repository.pullRequest.headRef.associatedPullRequests.nodes.*","repository.pullRequest.shared.nodes.*.commit.associatedPullRequests.nodes.*"],
  pages: {"size":100},
};
