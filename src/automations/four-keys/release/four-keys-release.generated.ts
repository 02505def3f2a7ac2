// Made from four-keys-release.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type fourKeysReleaseVariables = {
  readonly id: string;
};

export type fourKeysReleaseResult = {
  readonly node: {

  } | {
    readonly id: string;
    readonly tagName: string;
    readonly isDraft: boolean;
    readonly isPrerelease: boolean;
    readonly publishedAt: string | null;
    readonly updatedAt: string;
    readonly tagCommit: {
      readonly oid: string;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const fourKeysRelease: Document<fourKeysReleaseVariables, fourKeysReleaseResult> = {
  name: "fourKeysRelease",
  text: "query fourKeysRelease($id: ID!) {\n  node(id: $id) {\n    ... on Release {\n      ...FourKeysRelease\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment FourKeysRelease on Release {\n  id\n  tagName\n  isDraft\n  isPrerelease\n  publishedAt\n  updatedAt\n  tagCommit {\n    oid\n  }\n}",
  missing: ["node"],
};
