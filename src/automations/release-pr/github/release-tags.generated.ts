// Made from release-tags.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type releaseTagsVariables = {
  readonly owner: string;
  readonly name: string;
  readonly cursor?: string | null;
};

export type releaseTagsResult = {
  readonly repository: {
    readonly refs: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
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
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const releaseTags: Document<releaseTagsVariables, releaseTagsResult> = {
  name: "releaseTags",
  text: "query releaseTags($owner: String!, $name: String!, $cursor: String, $size: Int = 100) {\n  repository(owner: $owner, name: $name) {\n    refs(refPrefix: \"refs/tags/\", orderBy: { field: TAG_COMMIT_DATE, direction: DESC }, first: $size, after: $cursor) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...ReleaseTag\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment ReleaseTag on Ref {\n  name\n  target {\n    oid\n    ... on Commit {\n      committedDate\n    }\n    ... on Tag {\n      tagger {\n        date\n      }\n      target {\n        oid\n        ... on Commit {\n          committedDate\n        }\n      }\n    }\n  }\n}",
  pages: {"size":100},
};
