// Made from help-paths.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type helpPathsVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  readonly cursor?: string | null;
};

export type helpPathsResult = {
  readonly repository: {
    readonly pullRequest: {
      readonly files: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly ({
          readonly path: string;
        } | null)[] | null;
      } | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const helpPaths: Document<helpPathsVariables, helpPathsResult> = {
  name: "helpPaths",
  text: "query helpPaths($owner: String!, $name: String!, $number: Int!, $cursor: String) {\n  repository(owner: $owner, name: $name) {\n    pullRequest(number: $number) {\n      files(first: 100, after: $cursor) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          path\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  missing: ["repository.pullRequest"],
};
