import { nearest } from "../../config/nearest.ts";
import type { ChangeRecord, CommitRecord, DeploymentRecord, EventRecord, IncidentRecord, Instant } from "../record.ts";
import { Fields } from "./fields.ts";
import { WrongRecord } from "./problem.ts";

/** GitHub's own default for a deployment without one (REST, "Create a deployment"). */
const DEFAULT_ENVIRONMENT = "production";

/** A record in the form of contract §7. Keys that it does not know are left alone. Throws `WrongRecord`. */
export function readRecord(given: unknown): EventRecord {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw new WrongRecord({ kind: "not-an-object" });
  const type = "type" in given ? given.type : null;
  if (typeof type !== "string") throw new WrongRecord({ kind: "no-type" });
  if (!isType(type))
    throw new WrongRecord({ kind: "unknown-type", value: type, near: nearest(type, Object.keys(READERS)) });
  return READERS[type](new Fields(type, given as Readonly<Record<string, unknown>>));
}

const READERS = { commit: readCommit, change: readChange, deployment: readDeployment, incident: readIncident } as const;

function isType(type: string): type is keyof typeof READERS {
  return Object.hasOwn(READERS, type);
}

function readCommit(fields: Fields): CommitRecord {
  return {
    type: "commit",
    repo: fields.text("repo"),
    sha: fields.text("sha"),
    parents: fields.texts("parents"),
    authoredAt: fields.timeOrNull("authored_at"),
    committedAt: fields.timeOrNull("committed_at"),
  };
}

/** Its times may run backwards: a rebase dates commits anew, and a stage that does is null. */
function readChange(fields: Fields): ChangeRecord {
  const repo = fields.text("repo");
  const [pull, sha] = [fields.numberOrNull("pull"), fields.textOrNull("sha")];
  if (pull === null && sha === null) throw new WrongRecord({ kind: "nameless" });
  return {
    type: "change",
    repo,
    pull,
    sha,
    author: fields.textOrNull("author"),
    firstCommitAt: fields.timeOrNull("first_commit_at"),
    openedAt: fields.timeOrNull("opened_at"),
    readyAt: fields.timeOrNull("ready_at"),
    firstReviewAt: fields.timeOrNull("first_review_at"),
    approvedAt: fields.timeOrNull("approved_at"),
    mergedAt: fields.timeOrNull("merged_at"),
    labels: fields.textsOrNull("labels") ?? [],
    services: fields.textOrTexts("service"),
    reverts: fields.textOrNull("reverts"),
    repairs: fields.numberOrNull("repairs"),
  };
}

function readDeployment(fields: Fields): DeploymentRecord {
  const repo = fields.text("repo");
  const id = fields.id("id");
  const status = readStatus(fields);
  const startedAt = fields.timeOrNull("started_at");
  const finishedAt = status === "success" ? fields.time("finished_at") : fields.timeOrNull("finished_at");
  inOrder(["started_at", startedAt], ["finished_at", finishedAt]);
  return {
    type: "deployment",
    repo,
    id,
    environment: fields.textOrNull("environment") ?? DEFAULT_ENVIRONMENT,
    service: fields.textOrNull("service"),
    sha: fields.textOrNull("sha"),
    status,
    startedAt,
    finishedAt,
    changes: fields.textsOrNull("changes"),
  };
}

function readStatus(fields: Fields): DeploymentRecord["status"] {
  const status = fields.text("status");
  if (status !== "success" && status !== "failure") throw new WrongRecord({ kind: "not-a-status", value: status });
  return status;
}

function readIncident(fields: Fields): IncidentRecord {
  const repo = fields.text("repo");
  const id = fields.id("id");
  const openedAt = fields.time("opened_at");
  const resolvedAt = fields.timeOrNull("resolved_at");
  inOrder(["opened_at", openedAt], ["resolved_at", resolvedAt]);
  const [deployment, source] = [fields.idOrNull("deployment"), fields.textOrNull("source")];
  return { type: "incident", repo, id, openedAt, resolvedAt, deployment, source };
}

function inOrder(start: readonly [string, Instant | null], end: readonly [string, Instant | null]): void {
  if (start[1] === null || end[1] === null || start[1] <= end[1]) return;
  throw new WrongRecord({ kind: "backwards", start: start[0], end: end[0] });
}
