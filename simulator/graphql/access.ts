import type { GraphQLError } from "graphql";
import type { Actor } from "../platform/actor.ts";
import type { NodeType } from "./node-id.ts";
import { refusal } from "./refusal.ts";

/** Any one of these resources must be readable. */
type Needs = readonly string[];

const CONTENTS: Needs = ["contents"];
const PULLS: Needs = ["pull_requests"];
const ISSUES: Needs = ["issues"];
const EITHER: Needs = ["issues", "pull_requests"];
const CHECKS: Needs = ["checks"];
const STATUSES: Needs = ["statuses"];
const DEPLOYMENTS: Needs = ["deployments"];
const PROJECTS: Needs = ["organization_projects"];

/** What an App must be granted for a field beyond `metadata: read`, which shows repositories and people. */
const FIELDS: Readonly<Record<string, Needs>> = {
  "Organization.projectV2": PROJECTS,
  "Repository.defaultBranchRef": CONTENTS,
  "Repository.ref": CONTENTS,
  "Repository.refs": CONTENTS,
  "Repository.object": CONTENTS,
  "Repository.deployments": DEPLOYMENTS,
  "Repository.release": CONTENTS,
  "Repository.releases": CONTENTS,
  "Repository.latestRelease": CONTENTS,
  "Repository.pullRequest": PULLS,
  "Repository.pullRequests": PULLS,
  "Repository.issue": ISSUES,
  "Repository.issues": ISSUES,
  "Repository.issueOrPullRequest": EITHER,
  "Repository.mergeQueue": ["merge_queues"],
  "PullRequest.mergeQueueEntry": ["merge_queues"],
  "Repository.milestone": EITHER,
  "Repository.milestones": EITHER,
  "Repository.label": EITHER,
  "Repository.labels": EITHER,
  "Milestone.issues": ISSUES,
  "Milestone.pullRequests": PULLS,
  "Label.issues": ISSUES,
  "Label.pullRequests": PULLS,
  "Ref.associatedPullRequests": PULLS,
  "Commit.associatedPullRequests": PULLS,
  "Commit.checkSuites": CHECKS,
  "Commit.status": STATUSES,
  "Commit.statusCheckRollup": ["checks", "statuses"],
  "PullRequest.commits": CONTENTS,
  "PullRequest.mergeCommit": CONTENTS,
  "PullRequest.baseRef": CONTENTS,
  "PullRequest.headRef": CONTENTS,
  "PullRequest.statusCheckRollup": ["checks", "statuses"],
};

/** The same for what `node(id:)` finds. */
const NODES: Readonly<Partial<Record<NodeType, Needs>>> = {
  Blob: CONTENTS,
  Commit: CONTENTS,
  Deployment: DEPLOYMENTS,
  Ref: CONTENTS,
  Release: CONTENTS,
  Tree: CONTENTS,
  PullRequest: PULLS,
  PullRequestReview: PULLS,
  Issue: ISSUES,
  IssueComment: EITHER,
  Label: EITHER,
  Milestone: EITHER,
  CheckRun: CHECKS,
  CheckSuite: CHECKS,
};

/** Whether the actor may read a resource at all: people by their role in the repository, Apps by their granted permissions. */
export function mayRead(actor: Actor, resource: string): boolean {
  return (
    actor.kind !== "installation" || resource === "metadata" || actor.installation.permissions[resource] !== undefined
  );
}

function require(actor: Actor, needs: Needs | undefined): void {
  if (needs === undefined || needs.some((resource) => mayRead(actor, resource))) return;
  throw inaccessible();
}

/** GitHub's error for something that an App may not read. */
export function inaccessible(): GraphQLError {
  return refusal("FORBIDDEN", "Resource not accessible by integration");
}

/** Throws FORBIDDEN if the App's installation was not granted what `Type.field` needs. */
export function requireField(actor: Actor, field: string): void {
  require(actor, FIELDS[field]);
}

/** The same for an organization's teams. */
export function requireTeams(actor: Actor): void {
  require(actor, ["members"]);
}

/** The same for a node of that type. */
export function requireNode(actor: Actor, type: NodeType): void {
  require(actor, NODES[type]);
}
