// Made from onboarding-files.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../github/client.ts";

export type onboardingFilesVariables = {
  readonly ids: readonly (string)[];
};

export type onboardingFilesResult = {
  readonly nodes: readonly ({

  } | {
    readonly databaseId: number | null;
    readonly file: {
      readonly oid: string;
    } | null;
  } | Unknown | null)[];
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const onboardingFiles: Document<onboardingFilesVariables, onboardingFilesResult> = {
  name: "onboardingFiles",
  text: "query onboardingFiles($ids: [ID!]!) {\n  nodes(ids: $ids) {\n    ... on Repository {\n      databaseId\n      file: object(expression: \"HEAD:.github/sre.yml\") {\n        oid\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  unknown: ["nodes.*"],
};
