// Made from release-branches.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../github/client.ts";

export type releaseBranchesVariables = {
  readonly owner: string;
  readonly name: string;
  readonly baseRef: string;
  readonly headRef: string;
  readonly bot: string;
};

export type releaseBranchesResult = {
  readonly repository: {
    readonly base: {
      readonly name: string;
    } | null;
    readonly head: {
      readonly name: string;
    } | null;
    readonly notices: {
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
        readonly body: string;
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
      } | null)[] | null;
    };
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const releaseBranches: Document<releaseBranchesVariables, releaseBranchesResult> = {
  name: "releaseBranches",
  text: "query releaseBranches($owner: String!, $name: String!, $baseRef: String!, $headRef: String!, $bot: String!) {\n  # Which of a lane's two branches exist, and Detoil's issue about it: asked only when the comparison of the two failed.\n  repository(owner: $owner, name: $name) {\n    base: ref(qualifiedName: $baseRef) {\n      name\n    }\n    head: ref(qualifiedName: $headRef) {\n      name\n    }\n    notices: issues(filterBy: { createdBy: $bot, states: [OPEN] }, first: 20) {\n      nodes {\n        number\n        title\n        body\n        author {\n          __typename\n          login\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
};
