import { globMatches } from "../../config/glob.ts";
import type { GitHub } from "../../github/client.ts";
import type { Reading } from "../../records/book.ts";
import { environmentsOf } from "../../records/environments.ts";
import type { Observations, ReconcileContext } from "../automation.ts";
import { readChange } from "./change/read-change.ts";
import { gatherComment, gatherDeployed } from "./comment/gather-comments.ts";
import type { CommitNode } from "./commits/commit-reading.ts";
import { readCommits } from "./commits/read-commits.ts";
import { deploymentReading } from "./deployment/deployment-reading.ts";
import { readDeployment } from "./deployment/read-deployment.ts";
import type { FourKeysFacts } from "./facts.ts";
import { gatherHistory } from "./history/gather-history.ts";
import { historyStart } from "./history-start.ts";
import { fourKeysIncident } from "./incident/four-keys-incident.generated.ts";
import { commitNamed } from "./incident/named-tag.ts";
import { isGone, pushedAt } from "./observed.ts";
import { repositoryName, runPlaceOf } from "./records.ts";
import { fourKeysRelease } from "./release/four-keys-release.generated.ts";
import { releaseReading } from "./release/release-reading.ts";
import { gatherReport } from "./report/gather-report.ts";
import { readAttempt } from "./run/read-attempt.ts";
import { runReading } from "./run/run-reading.ts";
import { fourKeysTag } from "./tag/four-keys-tag.generated.ts";
import { tagReading } from "./tag/tag-reading.ts";
import { targets } from "./targets.ts";
import { mayReadRuns } from "./wants.ts";

type Context = ReconcileContext<"four-keys">;
type Seen = Pick<Observations, "keys" | "book" | "overview" | "shipped" | "cache">;

const NONE: FourKeysFacts = { kind: "none" };

/** Reads one target. Deployments are read in the one way that sre.yml counts. */
export async function gather(github: GitHub, context: Context, seen: Seen): Promise<FourKeysFacts> {
  const target = targets.parse(context.target);
  switch (target?.kind) {
    case "history":
      return gatherHistory(github, context, seen);
    case "change":
      return gatherChange(github, context, seen, target.value);
    case "deployment":
      return gatherDeployment(github, context, seen, target.value);
    case "release":
      return gatherRelease(github, context, seen, target.value);
    case "tag":
      return gatherTag(github, context, seen, target.value);
    case "run":
      return gatherRun(github, context, seen, target.value);
    case "commit":
      return { kind: "commit", commits: await commitsOf(github, context, seen, target.value) };
    case "incident":
      return gatherIncident(github, context, seen, target.value);
    case "report":
      return reportFacts(github, context, seen);
    case "comments":
      return context.section.comment ? { kind: "comments", pulls: await gatherDeployed(context, seen) } : NONE;
    case "comment":
      return commentFacts(github, context, seen, target.value);
  }
  return NONE;
}

/** A merge into the branch that ships is a deployment, too. */
async function gatherChange(github: GitHub, context: Context, seen: Seen, number: number): Promise<FourKeysFacts> {
  const change = await readChange(github, context.repository, number, context.section.services);
  if (change === null) return NONE;
  const ships = change.node.baseRefName === context.section.deployments.merge;
  const sha = ships ? (change.node.mergeCommit?.oid ?? null) : null;
  return { kind: "change", change, commits: await commitsOf(github, context, seen, sha) };
}

async function gatherDeployment(github: GitHub, context: Context, seen: Seen, id: string): Promise<FourKeysFacts> {
  const environments = environmentsOf(context.section);
  if (environments === null) return NONE;
  const deployment = await readDeployment(github, id);
  if (deployment === null) return NONE;
  const counts = environments.includes(deployment.node.environment ?? "");
  const sha = counts ? shippedIn(deploymentReading(deployment, repositoryName(context))) : null;
  return { kind: "deployment", deployment, commits: await commitsOf(github, context, seen, sha) };
}

async function gatherRelease(github: GitHub, context: Context, seen: Seen, id: string): Promise<FourKeysFacts> {
  if (context.section.deployments.release === undefined) return NONE;
  const { node } = await github.graphql(fourKeysRelease, { id });
  if (node === null || !("tagName" in node)) return goneOr(context, seen);
  const sha = shippedIn(releaseReading(node, repositoryName(context)));
  return { kind: "release", release: node, commits: await commitsOf(github, context, seen, sha) };
}

async function gatherTag(github: GitHub, context: Context, seen: Seen, name: string): Promise<FourKeysFacts> {
  const { tag: pattern } = context.section.deployments;
  if (pattern === undefined || !globMatches(pattern, name)) return NONE;
  const variables = { owner: context.repository.owner, name: context.repository.name, tag: `refs/tags/${name}` };
  const tag = (await github.graphql(fourKeysTag, variables)).repository?.ref ?? null;
  if (tag === null) return goneOr(context, seen);
  const pushed = await pushedAt(seen, context.target);
  const sha = shippedIn(tagReading(tag, { version: 0, pushedAt: null }, repositoryName(context)));
  return { kind: "tag", tag, pushedAt: pushed, commits: await commitsOf(github, context, seen, sha) };
}

async function gatherRun(
  github: GitHub,
  context: Context,
  seen: Seen,
  { id, attempt, file }: { readonly id: number; readonly attempt: number; readonly file: string },
): Promise<FourKeysFacts> {
  const { workflow } = context.section.deployments;
  if (workflow === undefined || !globMatches(workflow, file) || !mayReadRuns(context.granted)) return NONE;
  const run = await readAttempt(github, context.repository, { id, attempt });
  if (run === null) return NONE;
  const sha = shippedIn(runReading(run, runPlaceOf(context)));
  return { kind: "run", run, commits: await commitsOf(github, context, seen, sha) };
}

async function gatherIncident(github: GitHub, context: Context, seen: Seen, number: number): Promise<FourKeysFacts> {
  const { owner, name } = context.repository;
  const issue = (await github.graphql(fourKeysIncident, { owner, name, number })).repository?.issue ?? null;
  if (issue === null) return goneOr(context, seen);
  return {
    kind: "incident",
    issue,
    commit: await commitNamed(github, context.repository, context.section, issue.body),
  };
}

async function reportFacts(github: GitHub, context: Context, seen: Seen): Promise<FourKeysFacts> {
  const report = await gatherReport(github, context, seen);
  return report === null ? NONE : { kind: "report", report };
}

async function commentFacts(github: GitHub, context: Context, seen: Seen, number: number): Promise<FourKeysFacts> {
  const deployed = context.section.comment ? await gatherComment(github, context, seen, number) : null;
  return deployed === null ? NONE : { kind: "comment", deployed };
}

/** What GitHub does not show was deleted only if a webhook said so; it may also lag. */
async function goneOr({ target }: Context, seen: Seen): Promise<FourKeysFacts> {
  return (await isGone(seen, target)) ? { kind: "gone", target } : NONE;
}

function shippedIn(reading: Reading | null): string | null {
  return reading?.type === "deployment" && reading.record?.status === "success" ? reading.record.sha : null;
}

/** The part of the commit graph that a deployment needs. Without a history it comes with it. */
async function commitsOf(
  github: GitHub,
  { repository }: Context,
  { book }: Seen,
  sha: string | null,
): Promise<readonly CommitNode[]> {
  const since = sha === null ? null : await historyStart(book);
  return sha === null || since === null ? [] : readCommits(github, repository, book, { sha, since });
}
