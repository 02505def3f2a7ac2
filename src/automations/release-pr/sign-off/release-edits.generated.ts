// Made from release-edits.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../../github/client.ts";

export type releaseEditsVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
};

export type releaseEditsResult = {
  readonly repository: {
    readonly pullRequest: {
      readonly userContentEdits: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
        };
        readonly nodes: readonly ({
          readonly diff: string | null;
          readonly editedAt: string;
          readonly editor: {
            readonly __typename: string;
            readonly login: string;
          } | null;
        } | null)[] | null;
      } | Unknown | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const releaseEdits: Document<releaseEditsVariables, releaseEditsResult> = {
  name: "releaseEdits",
  text: "query releaseEdits($owner: String!, $name: String!, $number: Int!) {\n  repository(owner: $owner, name: $name) {\n    pullRequest(number: $number) {\n      userContentEdits(first: 100) {\n        ...ReleaseEdits\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment ReleaseEdits on UserContentEditConnection {\n  pageInfo {\n    hasNextPage\n  }\n  nodes {\n    diff\n    editedAt\n    editor {\n      __typename\n      login\n    }\n  }\n}",
  missing: ["repository.pullRequest"],
  unknown: ["repository.pullRequest.userContentEdits"],
};
