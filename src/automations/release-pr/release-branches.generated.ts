// Made from release-branches.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../github/client.ts";

export type releaseBranchesVariables = {
  readonly owner: string;
  readonly name: string;
  readonly baseRef: string;
  readonly headRef: string;
};

export type releaseBranchesResult = {
  readonly repository: {
    readonly base: {
      readonly name: string;
    } | null;
    readonly head: {
      readonly name: string;
    } | null;
  } | null;
};

export const releaseBranches: Document<releaseBranchesVariables, releaseBranchesResult> = {
  name: "releaseBranches",
  text: "# Which of a lane's two branches exist: asked only when the comparison of the two failed.\nquery releaseBranches($owner: String!, $name: String!, $baseRef: String!, $headRef: String!) {\n  repository(owner: $owner, name: $name) {\n    base: ref(qualifiedName: $baseRef) {\n      name\n    }\n    head: ref(qualifiedName: $headRef) {\n      name\n    }\n  }\n}",
};
