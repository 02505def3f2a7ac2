// Made from permission-issues.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../github/client.ts";

export type permissionIssuesVariables = {
  readonly owner: string;
  readonly name: string;
  readonly bot: string;
};

export type permissionIssuesResult = {
  readonly repository: {
    readonly hasIssuesEnabled: boolean;
    readonly issues: {
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

export const permissionIssues: Document<permissionIssuesVariables, permissionIssuesResult> = {
  name: "permissionIssues",
  text: "query permissionIssues($owner: String!, $name: String!, $bot: String!) {\n  repository(owner: $owner, name: $name) {\n    hasIssuesEnabled\n    issues(filterBy: { createdBy: $bot }, orderBy: { field: CREATED_AT, direction: DESC }, first: 100) {\n      nodes {\n        number\n        title\n        body\n        state\n        author {\n          __typename\n          login\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
};
