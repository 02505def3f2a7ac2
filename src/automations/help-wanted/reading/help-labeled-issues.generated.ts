// Made from help-labeled-issues.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type helpLabeledIssuesVariables = {
  readonly owner: string;
  readonly name: string;
  readonly labels: readonly (string)[];
  readonly cursor?: string | null;
};

export type helpLabeledIssuesResult = {
  readonly repository: {
    readonly issues: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly number: number;
      } | null)[] | null;
    };
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const helpLabeledIssues: Document<helpLabeledIssuesVariables, helpLabeledIssuesResult> = {
  name: "helpLabeledIssues",
  text: "query helpLabeledIssues($owner: String!, $name: String!, $labels: [String!]!, $cursor: String, $size: Int = 100) {\n  repository(owner: $owner, name: $name) {\n    issues(labels: $labels, states: [OPEN], first: $size, after: $cursor) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        number\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  pages: {"size":100},
};
