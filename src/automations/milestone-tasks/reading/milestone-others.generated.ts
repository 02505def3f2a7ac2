// Made from milestone-others.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type milestoneOthersVariables = {
  readonly owner: string;
  readonly name: string;
  readonly cursor?: string | null;
};

export type milestoneOthersResult = {
  readonly repository: {
    readonly milestones: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
        readonly description: string | null;
        readonly state: "CLOSED" | "OPEN";
        readonly dueOn: string | null;
        readonly closedAt: string | null;
      } | null)[] | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const milestoneOthers: Document<milestoneOthersVariables, milestoneOthersResult> = {
  name: "milestoneOthers",
  text: "query milestoneOthers($owner: String!, $name: String!, $cursor: String, $size: Int = 100) {\n  repository(owner: $owner, name: $name) {\n    milestones(first: $size, after: $cursor, orderBy: { field: NUMBER, direction: DESC }) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...milestone\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment milestone on Milestone {\n  number\n  title\n  description\n  state\n  dueOn\n  closedAt\n}",
  pages: {"size":100},
};
