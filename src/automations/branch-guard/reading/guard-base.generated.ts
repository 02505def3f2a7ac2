// Made from guard-base.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../../github/client.ts";

export type guardBaseVariables = {
  readonly owner: string;
  readonly name: string;
  readonly baseRef: string;
};

export type guardBaseResult = {
  readonly repository: {
    readonly ref: {
      readonly refUpdateRule: {
        readonly requiredStatusCheckContexts: readonly (string | null)[] | null;
      } | Unknown | null;
      readonly rules: {
        readonly nodes: readonly ({
          readonly parameters: {
            readonly __typename: "BranchNamePatternParameters";
          } | {
            readonly __typename: "CodeScanningParameters";
          } | {
            readonly __typename: "CommitAuthorEmailPatternParameters";
          } | {
            readonly __typename: "CommitMessagePatternParameters";
          } | {
            readonly __typename: "CommitterEmailPatternParameters";
          } | {
            readonly __typename: "FileExtensionRestrictionParameters";
          } | {
            readonly __typename: "FilePathRestrictionParameters";
          } | {
            readonly __typename: "MaxFilePathLengthParameters";
          } | {
            readonly __typename: "MaxFileSizeParameters";
          } | {
            readonly __typename: "MergeQueueParameters";
          } | {
            readonly __typename: "PullRequestParameters";
          } | {
            readonly __typename: "RequiredDeploymentsParameters";
          } | {
            readonly __typename: "RequiredStatusChecksParameters";
            readonly requiredStatusChecks: readonly ({
              readonly context: string;
            })[];
          } | {
            readonly __typename: "TagNamePatternParameters";
          } | {
            readonly __typename: "UpdateParameters";
          } | {
            readonly __typename: "WorkflowsParameters";
          } | null;
        } | null)[] | null;
      } | Unknown | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const guardBase: Document<guardBaseVariables, guardBaseResult> = {
  name: "guardBase",
  text: "query guardBase($owner: String!, $name: String!, $baseRef: String!) {\n  repository(owner: $owner, name: $name) {\n    ref(qualifiedName: $baseRef) {\n      ...GuardRequirement\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment GuardRequirement on Ref {\n  refUpdateRule {\n    requiredStatusCheckContexts\n  }\n  rules(first: 100) {\n    nodes {\n      parameters {\n        __typename\n        ... on RequiredStatusChecksParameters {\n          requiredStatusChecks {\n            context\n          }\n        }\n      }\n    }\n  }\n}",
  unknown: ["repository.ref.refUpdateRule","repository.ref.rules"],
};
