// Made from read-config-at.graphql by `npm run generate`. Do not edit.
import type { Document } from "../github/client.ts";

export type ReadConfigAtVariables = {
  readonly owner: string;
  readonly name: string;
  readonly revision: string;
  readonly fileAtRevision: string;
};

export type ReadConfigAtResult = {
  readonly repository: {
    readonly commit: {
      readonly oid: string;
    } | null;
    readonly file: {
      readonly oid: string;
      readonly text: string | null;
      readonly byteSize: number;
      readonly isTruncated: boolean;
    } | {

    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const readConfigAt: Document<ReadConfigAtVariables, ReadConfigAtResult> = {
  name: "ReadConfigAt",
  text: "query ReadConfigAt($owner: String!, $name: String!, $revision: String!, $fileAtRevision: String!) {\n  repository(owner: $owner, name: $name) {\n    commit: object(expression: $revision) {\n      oid\n    }\n    file: object(expression: $fileAtRevision) {\n      ... on Blob {\n        oid\n        text\n        byteSize\n        isTruncated\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
};
