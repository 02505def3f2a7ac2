// Made from cadence-command.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type cadenceCommandVariables = {
  readonly owner: string;
  readonly name: string;
};

export type cadenceCommandResult = {
  readonly repository: {
    readonly defaultBranchRef: {
      readonly name: string;
      readonly target: {
        readonly oid: string;
      } | null;
    } | null;
    readonly file: {
      readonly oid: string;
      readonly text: string | null;
      readonly isTruncated: boolean;
    } | {

    } | null;
    readonly branch: {
      readonly target: {
        readonly oid: string;
      } | null;
    } | null;
    readonly branchFile: {
      readonly oid: string;
      readonly text: string | null;
      readonly isTruncated: boolean;
    } | {

    } | null;
    readonly pullRequests: {
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
        readonly body: string;
        readonly isCrossRepository: boolean;
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

export const cadenceCommand: Document<cadenceCommandVariables, cadenceCommandResult> = {
  name: "cadenceCommand",
  text: "query cadenceCommand($owner: String!, $name: String!) {\n  repository(owner: $owner, name: $name) {\n    defaultBranchRef {\n      name\n      target {\n        oid\n      }\n    }\n    file: object(expression: \"HEAD:.github/sre.yml\") {\n      ... on Blob {\n        oid\n        text\n        isTruncated\n      }\n    }\n    branch: ref(qualifiedName: \"refs/heads/detoil/cadence\") {\n      target {\n        oid\n      }\n    }\n    branchFile: object(expression: \"refs/heads/detoil/cadence:.github/sre.yml\") {\n      ... on Blob {\n        oid\n        text\n        isTruncated\n      }\n    }\n    pullRequests(headRefName: \"detoil/cadence\", states: [OPEN], first: 10) {\n      nodes {\n        number\n        title\n        body\n        isCrossRepository\n        author {\n          __typename\n          login\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
};
