// Made from release-branches.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type releaseBranchesVariables = {
  readonly owner: string;
  readonly name: string;
  readonly baseRef: string;
  readonly headRef: string;
};

export type releaseBranchesResult = {
  readonly repository: {
    readonly hasIssuesEnabled: boolean;
    readonly base: {
      readonly name: string;
    } | null;
    readonly head: {
      readonly name: string;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const releaseBranches: Document<releaseBranchesVariables, releaseBranchesResult> = {
  name: "releaseBranches",
  text: "query releaseBranches($owner: String!, $name: String!, $baseRef: String!, $headRef: String!) {\n  repository(owner: $owner, name: $name) {\n    hasIssuesEnabled\n    base: ref(qualifiedName: $baseRef) {\n      name\n    }\n    head: ref(qualifiedName: $headRef) {\n      name\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
};
