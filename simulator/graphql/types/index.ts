import type { Resolvers } from "../context.ts";
import { bot, organization, user } from "./account.ts";
import { checkRun, checkSuite } from "./check-suite.ts";
import { issueComment, reaction, review } from "./comment.ts";
import { commit } from "./commit.ts";
import { comparison } from "./comparison.ts";
import { deployment, deploymentStatus } from "./deployment.ts";
import { issue } from "./issue.ts";
import { label } from "./label.ts";
import { mergeQueue, mergeQueueEntry } from "./merge-queue.ts";
import { milestone } from "./milestone.ts";
import { mutation } from "./mutation.ts";
import {
  dateValue,
  numberValue,
  project,
  projectField,
  projectItem,
  projectV2,
  singleSelectField,
  singleSelectValue,
  textValue,
} from "./project.ts";
import { pullRequest, pullRequestCommit, reviewRequest } from "./pull-request.ts";
import { query } from "./query.ts";
import { ref } from "./ref.ts";
import { release } from "./release.ts";
import { repository } from "./repository.ts";
import { status, statusCheckRollup, statusContext } from "./status.ts";
import { tag } from "./tag.ts";
import { team } from "./team.ts";
import { closedEvent, labeledEvent, readyForReviewEvent } from "./timeline.ts";
import { blob, tree, treeEntry } from "./tree.ts";
import { userContentEdit } from "./user-content-edit.ts";

/**
 * What the simulator models of GitHub's schema, type by type. A new type is a file beside this one and a line here;
 * a mutation is a field of `Mutation`, likewise a file of its own, that acts through simulator/actions.
 */
export const types: Readonly<Record<string, Resolvers<never>>> = {
  Query: query,
  Blob: blob,
  Bot: bot,
  CheckRun: checkRun,
  CheckSuite: checkSuite,
  ClosedEvent: closedEvent,
  Commit: commit,
  Comparison: comparison,
  Deployment: deployment,
  DeploymentStatus: deploymentStatus,
  Issue: issue,
  IssueComment: issueComment,
  Label: label,
  LabeledEvent: labeledEvent,
  MergeQueue: mergeQueue,
  MergeQueueEntry: mergeQueueEntry,
  Milestone: milestone,
  Mutation: mutation,
  Organization: { ...organization, projectV2 },
  ProjectV2: project,
  ProjectV2Field: projectField,
  ProjectV2Item: projectItem,
  ProjectV2ItemFieldDateValue: dateValue,
  ProjectV2ItemFieldNumberValue: numberValue,
  ProjectV2ItemFieldSingleSelectValue: singleSelectValue,
  ProjectV2ItemFieldTextValue: textValue,
  ProjectV2SingleSelectField: singleSelectField,
  PullRequest: pullRequest,
  PullRequestCommit: pullRequestCommit,
  PullRequestReview: review,
  Reaction: reaction,
  ReadyForReviewEvent: readyForReviewEvent,
  Ref: ref,
  Release: release,
  Repository: repository,
  ReviewRequest: reviewRequest,
  Status: status,
  StatusCheckRollup: statusCheckRollup,
  StatusContext: statusContext,
  Tag: tag,
  Team: team,
  Tree: tree,
  TreeEntry: treeEntry,
  User: user,
  UserContentEdit: userContentEdit,
};
