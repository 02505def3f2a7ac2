// Made from config-pull-files.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../github/client.ts";

export type configPullFilesVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  readonly cursor?: string | null;
};

export type configPullFilesResult = {
  readonly repository: {
    readonly pullRequest: {
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
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const configPullFiles: Document<configPullFilesVariables, configPullFilesResult> = {
  name: "configPullFiles",
  text: "query configPullFiles($owner: String!, $name: String!, $number: Int!, $cursor: String, $size: Int = 100) {\n  repository(owner: $owner, name: $name) {\n    pullRequest(number: $number) {\n      files(first: $size, after: $cursor) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          path\n          changeType\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  missing: ["repository.pullRequest"],
  pages: {"size":100},
};
