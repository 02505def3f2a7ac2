// Made from config-heads.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type configHeadsVariables = {
  readonly owner: string;
  readonly name: string;
  readonly cursor?: string | null;
};

export type configHeadsResult = {
  readonly repository: {
    readonly pullRequests: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly number: number;
        readonly baseRefName: string;
        readonly headRefOid: string;
      } | null)[] | null;
    };
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const configHeads: Document<configHeadsVariables, configHeadsResult> = {
  name: "configHeads",
  text: "query configHeads($owner: String!, $name: String!, $cursor: String, $size: Int = 100) {\n  repository(owner: $owner, name: $name) {\n    pullRequests(states: [OPEN], orderBy: { field: CREATED_AT, direction: ASC }, first: $size, after: $cursor) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        number\n        baseRefName\n        headRefOid\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  pages: {"size":100},
};
