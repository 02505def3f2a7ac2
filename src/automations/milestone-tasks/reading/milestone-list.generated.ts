// Made from milestone-list.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type milestoneListVariables = {
  readonly owner: string;
  readonly name: string;
  readonly wantsOpen: boolean;
  readonly openCursor?: string | null;
  readonly wantsClosed: boolean;
  readonly closedCursor?: string | null;
};

export type milestoneListResult = {
  readonly repository: {
    readonly open?: {
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
    readonly closed?: {
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
        readonly updatedAt: string;
      } | null)[] | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const milestoneList: Document<milestoneListVariables, milestoneListResult> = {
  name: "milestoneList",
  text: "query milestoneList(\n  $owner: String!\n  $name: String!\n  $wantsOpen: Boolean!\n  $openCursor: String\n  $wantsClosed: Boolean!\n  $closedCursor: String\n  $size: Int = 100\n) {\n  repository(owner: $owner, name: $name) {\n    open: milestones(states: [OPEN], first: $size, after: $openCursor, orderBy: { field: NUMBER, direction: ASC })\n      @include(if: $wantsOpen)\n    {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...milestone\n      }\n    }\n    closed: milestones(\n      states: [CLOSED]\n      first: 20\n      after: $closedCursor\n      orderBy: { field: UPDATED_AT, direction: DESC }\n    ) @include(if: $wantsClosed) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...milestone\n        updatedAt\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment milestone on Milestone {\n  number\n  title\n  description\n  state\n  dueOn\n  closedAt\n}",
  pages: {"size":100},
};
