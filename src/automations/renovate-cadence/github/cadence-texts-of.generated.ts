// Made from cadence-texts-of.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type cadenceTextsOfVariables = {
  readonly ids: readonly (string)[];
};

export type cadenceTextsOfResult = {
  readonly nodes: readonly ({

  } | {
    readonly number: number;
    readonly body: string;
    readonly commits: {
      readonly nodes: readonly ({
        readonly commit: {
          readonly message: string;
        };
      } | null)[] | null;
    };
  } | null)[];
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const cadenceTextsOf: Document<cadenceTextsOfVariables, cadenceTextsOfResult> = {
  name: "cadenceTextsOf",
  text: "query cadenceTextsOf($ids: [ID!]!) {\n  nodes(ids: $ids) {\n    ... on PullRequest {\n      number\n      body\n      commits(last: 1) {\n        nodes {\n          commit {\n            message\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
};
