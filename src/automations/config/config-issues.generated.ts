// Made from config-issues.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../github/client.ts";

export type configIssuesVariables = {
  readonly owner: string;
  readonly name: string;
  readonly bot: string;
};

export type configIssuesResult = {
  readonly repository: {
    readonly hasIssuesEnabled: boolean;
    readonly open: {
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
        readonly body: string;
        readonly state: "CLOSED" | "OPEN";
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
      } | null)[] | null;
    };
    readonly closed: {
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
        readonly body: string;
        readonly state: "CLOSED" | "OPEN";
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

export const configIssues: Document<configIssuesVariables, configIssuesResult> = {
  name: "configIssues",
  text: "query configIssues($owner: String!, $name: String!, $bot: String!) {\n  repository(owner: $owner, name: $name) {\n    hasIssuesEnabled\n    open: issues(\n      filterBy: { createdBy: $bot, states: [OPEN] }\n      orderBy: { field: CREATED_AT, direction: DESC }\n      first: 50\n    ) {\n      nodes {\n        number\n        title\n        body\n        state\n        author {\n          __typename\n          login\n        }\n      }\n    }\n    closed: issues(\n      filterBy: { createdBy: $bot, states: [CLOSED] }\n      orderBy: { field: CREATED_AT, direction: DESC }\n      first: 50\n    ) {\n      nodes {\n        number\n        title\n        body\n        state\n        author {\n          __typename\n          login\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
};
