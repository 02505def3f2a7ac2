// Made from release-lane-page.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../../github/client.ts";

export type releaseLanePageVariables = {
  readonly owner: string;
  readonly name: string;
  readonly base: string;
  readonly head: string;
  readonly baseRef: string;
  readonly headRef: string;
  readonly check: string;
  readonly bot: string;
  readonly first: boolean;
  readonly people: boolean;
  readonly commits: boolean;
  readonly commitCursor?: string | null;
  readonly pulls: boolean;
  readonly pullCursor?: string | null;
};

export type releaseLanePageResult = {
  readonly repository: {
    readonly hasIssuesEnabled?: boolean;
    readonly mergeCommitAllowed?: boolean;
    readonly deleteBranchOnMerge?: boolean;
    readonly base: {
      readonly target?: {
        readonly oid: string;
      } | {
        readonly oid: string;
        readonly committedDate: string;
      } | null;
      readonly compare?: {
        readonly aheadBy: number;
        readonly commits: {
          readonly pageInfo: {
            readonly hasNextPage: boolean;
            readonly endCursor: string | null;
          };
          readonly nodes: readonly ({
            readonly oid: string;
            readonly message: string;
            readonly authoredDate: string;
            readonly committedDate: string;
            readonly author: {
              readonly user: {
                readonly login: string;
              } | null;
            } | null;
            readonly parents: {
              readonly nodes: readonly ({
                readonly oid: string;
              } | null)[] | null;
            };
          } | null)[] | null;
        };
      } | null;
    } | null;
    readonly head?: {
      readonly refUpdateRule: {
        readonly allowsDeletions: boolean;
      } | Unknown | null;
      readonly rules: {
        readonly nodes: readonly ({
          readonly type: "AUTHORIZATION" | "BRANCH_NAME_PATTERN" | "CODE_SCANNING" | "COMMITTER_EMAIL_PATTERN" | "COMMIT_AUTHOR_EMAIL_PATTERN" | "COMMIT_MESSAGE_PATTERN" | "CREATION" | "DELETION" | "FILE_EXTENSION_RESTRICTION" | "FILE_PATH_RESTRICTION" | "LOCK_BRANCH" | "MAX_FILE_PATH_LENGTH" | "MAX_FILE_SIZE" | "MAX_REF_UPDATES" | "MERGE_QUEUE" | "MERGE_QUEUE_LOCKED_REF" | "NON_FAST_FORWARD" | "PULL_REQUEST" | "REQUIRED_DEPLOYMENTS" | "REQUIRED_LINEAR_HISTORY" | "REQUIRED_REVIEW_THREAD_RESOLUTION" | "REQUIRED_SIGNATURES" | "REQUIRED_STATUS_CHECKS" | "REQUIRED_WORKFLOW_STATUS_CHECKS" | "SECRET_SCANNING" | "TAG" | "TAG_NAME_PATTERN" | "UPDATE" | "WORKFLOWS" | "WORKFLOW_UPDATES";
        } | null)[] | null;
      } | Unknown | null;
      readonly compare: {
        readonly commits: {
          readonly nodes: readonly ({
            readonly oid: string;
            readonly message: string;
            readonly committedDate: string;
          } | null)[] | null;
        };
      } | null;
      readonly target: {
        readonly oid: string;
      } | {
        readonly oid: string;
        readonly associatedPullRequests: {
          readonly pageInfo: {
            readonly hasNextPage: boolean;
          };
          readonly nodes: readonly ({
            readonly number: number;
            readonly state: "CLOSED" | "MERGED" | "OPEN";
            readonly baseRefName: string;
            readonly headRefOid: string;
          } | Unknown | null)[] | null;
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
      } | null;
    } | null;
    readonly merged?: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
        readonly body: string;
        readonly mergedAt: string | null;
        readonly updatedAt: string;
        readonly baseRefName: string;
        readonly headRefName: string;
        readonly headRefOid: string;
        readonly isCrossRepository: boolean;
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
        readonly mergeCommit: {
          readonly oid: string;
        } | null;
        readonly assignees: {
          readonly nodes: readonly ({
            readonly __typename: "User";
            readonly login: string;
          } | null)[] | null;
        };
        readonly labels: {
          readonly nodes: readonly ({
            readonly name: string;
          } | null)[] | null;
        } | null;
      } | null)[] | null;
    };
    readonly openPull?: {
      readonly nodes: readonly ({
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
      } | null)[] | null;
    };
    readonly released?: {
      readonly nodes: readonly ({
        readonly number: number;
        readonly body: string;
        readonly createdAt: string;
        readonly mergedAt: string | null;
        readonly isCrossRepository: boolean;
        readonly headRefOid: string;
        readonly mergeCommit: {
          readonly oid: string;
          readonly parents: {
            readonly nodes: readonly ({
              readonly oid: string;
            } | null)[] | null;
          };
        } | null;
        readonly comments: {
          readonly pageInfo: {
            readonly hasPreviousPage: boolean;
          };
          readonly nodes: readonly ({
            readonly body: string;
            readonly createdAt: string;
            readonly author: {
              readonly __typename: string;
              readonly login: string;
            } | null;
          } | null)[] | null;
        };
      } | null)[] | null;
    };
    readonly closedUnmerged?: {
      readonly nodes: readonly ({
        readonly number: number;
        readonly createdAt: string;
        readonly closedAt: string | null;
        readonly isCrossRepository: boolean;
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
        readonly timelineItems: {
          readonly nodes: readonly ({

          } | {
            readonly actor: {
              readonly __typename: string;
              readonly login: string;
            } | null;
          } | null)[] | null;
        };
      } | null)[] | null;
    };
    readonly sameHead?: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
      };
      readonly nodes: readonly ({
        readonly number: number;
        readonly baseRefName: string;
        readonly isCrossRepository: boolean;
        readonly headRefOid: string;
      } | null)[] | null;
    };
    readonly tags?: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
      };
      readonly nodes: readonly ({
        readonly name: string;
        readonly target: {
          readonly oid: string;
        } | {
          readonly oid: string;
          readonly committedDate: string;
        } | {
          readonly oid: string;
          readonly tagger: {
            readonly date: string | null;
          } | null;
          readonly target: {
            readonly oid: string;
          } | {
            readonly oid: string;
            readonly committedDate: string;
          };
        } | null;
      } | null)[] | null;
    } | null;
    readonly statusIssues?: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
      };
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
        readonly body: string;
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
      } | null)[] | null;
    };
    readonly assignableUsers?: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly login: string;
      } | null)[] | null;
    };
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const releaseLanePage: Document<releaseLanePageVariables, releaseLanePageResult> = {
  name: "releaseLanePage",
  text: "query releaseLanePage(\n  $owner: String!\n  $name: String!\n  $base: String!\n  $head: String!\n  $baseRef: String!\n  $headRef: String!\n  $check: String!\n  $bot: String!\n  $first: Boolean!\n  $people: Boolean!\n  $commits: Boolean!\n  $commitCursor: String\n  $pulls: Boolean!\n  $pullCursor: String\n  $size: Int = 100\n) {\n  repository(owner: $owner, name: $name) {\n    hasIssuesEnabled @include(if: $first)\n    mergeCommitAllowed @include(if: $first)\n    deleteBranchOnMerge @include(if: $first)\n    base: ref(qualifiedName: $baseRef) {\n      target @include(if: $first) {\n        oid\n        ... on Commit {\n          committedDate\n        }\n      }\n      compare(headRef: $head) @include(if: $commits) {\n        aheadBy\n        commits(first: $size, after: $commitCursor) {\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          nodes {\n            oid\n            message\n            authoredDate\n            committedDate\n            author {\n              user {\n                login\n              }\n            }\n            parents(first: 10) {\n              nodes {\n                oid\n              }\n            }\n          }\n        }\n      }\n    }\n    head: ref(qualifiedName: $headRef) @include(if: $first) {\n      ...KeptBranch\n      compare(headRef: $base) {\n        commits(last: 100) {\n          nodes {\n            oid\n            message\n            committedDate\n          }\n        }\n      }\n      target {\n        oid\n        ... on Commit {\n          associatedPullRequests(first: 20) {\n            pageInfo {\n              hasNextPage\n            }\n            nodes {\n              number\n              state\n              baseRefName\n              headRefOid\n            }\n          }\n          checkSuites(first: 3, filterBy: { checkName: $check }) {\n            pageInfo {\n              hasNextPage\n            }\n            nodes {\n              ...OwnSuite\n            }\n          }\n        }\n      }\n    }\n    merged: pullRequests(\n      states: [MERGED]\n      orderBy: { field: UPDATED_AT, direction: DESC }\n      first: $size\n      after: $pullCursor\n    ) @include(if: $pulls) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...ReleaseMergedPull\n      }\n    }\n    openPull: pullRequests(\n      states: [OPEN]\n      headRefName: $head\n      baseRefName: $base\n      orderBy: { field: CREATED_AT, direction: ASC }\n      first: 3\n    ) @include(if: $first) {\n      nodes {\n        ...ReleaseOpenPull\n      }\n    }\n    released: pullRequests(\n      states: [MERGED]\n      headRefName: $head\n      baseRefName: $base\n      orderBy: { field: CREATED_AT, direction: DESC }\n      first: 5\n    ) @include(if: $first) {\n      nodes {\n        number\n        body\n        createdAt\n        mergedAt\n        isCrossRepository\n        headRefOid\n        mergeCommit {\n          oid\n          parents(first: 2) {\n            nodes {\n              oid\n            }\n          }\n        }\n        comments(last: 50) {\n          pageInfo {\n            hasPreviousPage\n          }\n          nodes {\n            body\n            createdAt\n            author {\n              __typename\n              login\n            }\n          }\n        }\n      }\n    }\n    closedUnmerged: pullRequests(\n      states: [CLOSED]\n      headRefName: $head\n      baseRefName: $base\n      orderBy: { field: CREATED_AT, direction: DESC }\n      first: 5\n    ) @include(if: $first) {\n      nodes {\n        number\n        createdAt\n        closedAt\n        isCrossRepository\n        author {\n          __typename\n          login\n        }\n        timelineItems(itemTypes: [CLOSED_EVENT], last: 1) {\n          nodes {\n            ... on ClosedEvent {\n              actor {\n                __typename\n                login\n              }\n            }\n          }\n        }\n      }\n    }\n    sameHead: pullRequests(states: [OPEN], headRefName: $head, first: 20) @include(if: $first) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        number\n        baseRefName\n        isCrossRepository\n        headRefOid\n      }\n    }\n    tags: refs(refPrefix: \"refs/tags/\", orderBy: { field: TAG_COMMIT_DATE, direction: DESC }, first: 20)\n      @include(if: $first)\n    {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        ...ReleaseTag\n      }\n    }\n    statusIssues: issues(\n      filterBy: { createdBy: $bot, states: [OPEN], milestone: null }\n      orderBy: { field: CREATED_AT, direction: DESC }\n      first: 20\n    ) @include(if: $first) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        number\n        title\n        body\n        author {\n          __typename\n          login\n        }\n      }\n    }\n    assignableUsers(first: 100) @include(if: $people) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        login\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment ReleaseMergedPull on PullRequest {\n  number\n  title\n  body\n  mergedAt\n  updatedAt\n  baseRefName\n  headRefName\n  headRefOid\n  isCrossRepository\n  author {\n    __typename\n    login\n  }\n  mergeCommit {\n    oid\n  }\n  assignees(first: 10) {\n    nodes {\n      __typename\n      login\n    }\n  }\n  labels(first: 100) {\n    nodes {\n      name\n    }\n  }\n}\n\nfragment OwnSuite on CheckSuite {\n  status\n  app {\n    slug\n  }\n  checkRuns(first: 10, filterBy: { checkName: $check, checkType: LATEST }) {\n    nodes {\n      databaseId\n      conclusion\n      title\n      summary\n    }\n  }\n}\n\nfragment KeptBranch on Ref {\n  refUpdateRule {\n    allowsDeletions\n  }\n  rules(first: 100) {\n    nodes {\n      type\n    }\n  }\n}\n\nfragment ReleaseOpenPull on PullRequest {\n  number\n  title\n  body\n  createdAt\n  isCrossRepository\n  author {\n    __typename\n    login\n  }\n  labels(first: 100) {\n    nodes {\n      name\n    }\n  }\n  assignees(first: 20) {\n    nodes {\n      login\n    }\n  }\n  reviewRequests(first: 100) {\n    nodes {\n      requestedReviewer {\n        __typename\n        ... on User {\n          login\n        }\n      }\n    }\n  }\n  comments(first: 20) {\n    pageInfo {\n      hasNextPage\n    }\n    nodes {\n      author {\n        __typename\n        login\n      }\n    }\n  }\n  reviews(first: 20) {\n    pageInfo {\n      hasNextPage\n    }\n    nodes {\n      author {\n        __typename\n        login\n      }\n    }\n  }\n}\n\nfragment ReleaseTag on Ref {\n  name\n  target {\n    oid\n    ... on Commit {\n      committedDate\n    }\n    ... on Tag {\n      tagger {\n        date\n      }\n      target {\n        oid\n        ... on Commit {\n          committedDate\n        }\n      }\n    }\n  }\n}",
  missing: ["repository.base.compare","repository.head.compare"],
  unknown: ["repository.head.refUpdateRule","repository.head.rules","repository.head.target.associatedPullRequests.nodes.*","repository.openPull.nodes.*.reviewRequests.nodes.*.requestedReviewer"],
  pages: {"size":100},
};
