// Made from read-merge-queue.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../github/client.ts";

export type readMergeQueueVariables = {
  readonly owner: string;
  readonly name: string;
  readonly branch: string;
};

export type readMergeQueueResult = {
  readonly repository: {
    readonly mergeQueue: {
      readonly entries: {
        readonly nodes: readonly ({
          readonly headCommit: {
            readonly oid: string;
          } | null;
          readonly pullRequest: {
            readonly number: number;
          } | null;
        } | null)[] | null;
      } | null;
    } | Unknown | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const readMergeQueue: Document<readMergeQueueVariables, readMergeQueueResult> = {
  name: "readMergeQueue",
  text: "query readMergeQueue($owner: String!, $name: String!, $branch: String!) {\n  repository(owner: $owner, name: $name) {\n    mergeQueue(branch: $branch) {\n      entries(first: 100) {\n        nodes {\n          headCommit {\n            oid\n          }\n          pullRequest {\n            number\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  unknown: ["repository.mergeQueue"],
};
