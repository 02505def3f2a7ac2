// Made from doctor-head.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../github/client.ts";

export type doctorHeadVariables = {
  readonly owner: string;
  readonly name: string;
  readonly headRef: string;
};

export type doctorHeadResult = {
  readonly repository: {
    readonly deleteBranchOnMerge: boolean;
    readonly defaultBranchRef: {
      readonly name: string;
    } | null;
    readonly ref: {
      readonly refUpdateRule: {
        readonly allowsDeletions: boolean;
      } | Unknown | null;
      readonly rules: {
        readonly nodes: readonly ({
          readonly type: "AUTHORIZATION" | "BRANCH_NAME_PATTERN" | "CODE_SCANNING" | "COMMITTER_EMAIL_PATTERN" | "COMMIT_AUTHOR_EMAIL_PATTERN" | "COMMIT_MESSAGE_PATTERN" | "CREATION" | "DELETION" | "FILE_EXTENSION_RESTRICTION" | "FILE_PATH_RESTRICTION" | "LOCK_BRANCH" | "MAX_FILE_PATH_LENGTH" | "MAX_FILE_SIZE" | "MAX_REF_UPDATES" | "MERGE_QUEUE" | "MERGE_QUEUE_LOCKED_REF" | "NON_FAST_FORWARD" | "PULL_REQUEST" | "REQUIRED_DEPLOYMENTS" | "REQUIRED_LINEAR_HISTORY" | "REQUIRED_REVIEW_THREAD_RESOLUTION" | "REQUIRED_SIGNATURES" | "REQUIRED_STATUS_CHECKS" | "REQUIRED_WORKFLOW_STATUS_CHECKS" | "SECRET_SCANNING" | "TAG" | "TAG_NAME_PATTERN" | "UPDATE" | "WORKFLOWS" | "WORKFLOW_UPDATES";
        } | null)[] | null;
      } | Unknown | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const doctorHead: Document<doctorHeadVariables, doctorHeadResult> = {
  name: "doctorHead",
  text: "query doctorHead($owner: String!, $name: String!, $headRef: String!) {\n  repository(owner: $owner, name: $name) {\n    deleteBranchOnMerge\n    defaultBranchRef {\n      name\n    }\n    ref(qualifiedName: $headRef) {\n      ...KeptBranch\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment KeptBranch on Ref {\n  refUpdateRule {\n    allowsDeletions\n  }\n  rules(first: 100) {\n    nodes {\n      type\n    }\n  }\n}",
  unknown: ["repository.ref.refUpdateRule","repository.ref.rules"],
};
