// Made from four-keys-repositories.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type fourKeysRepositoriesVariables = {
  readonly owner: string;
  readonly cursor?: string | null;
};

export type fourKeysRepositoriesResult = {
  readonly repositoryOwner: {
    readonly repositories: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly databaseId: number | null;
        readonly nameWithOwner: string;
        readonly isArchived: boolean;
      } | null)[] | null;
    };
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const fourKeysRepositories: Document<fourKeysRepositoriesVariables, fourKeysRepositoriesResult> = {
  name: "fourKeysRepositories",
  text: "query fourKeysRepositories($owner: String!, $cursor: String, $size: Int = 100) {\n  repositoryOwner(login: $owner) {\n    repositories(first: $size, after: $cursor, orderBy: { field: NAME, direction: ASC }) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        databaseId\n        nameWithOwner\n        isArchived\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  pages: {"size":100},
};
