import type { Reading, Recording } from "../../records/book.ts";
import { DEFINITIONS } from "../../records/definitions.ts";
import type { ReconcileContext } from "../automation.ts";
import { changeReading } from "./change/change-reading.ts";
import { commitReading } from "./commits/commit-reading.ts";
import { deploymentReading } from "./deployment/deployment-reading.ts";
import type { FourKeysFacts, HistoryFacts } from "./facts.ts";
import { HISTORY } from "./history-start.ts";
import { incidentReading } from "./incident/incident-reading.ts";
import { releaseKey, releaseReading } from "./release/release-reading.ts";
import type { ReportFacts } from "./report/facts.ts";
import { type RunPlace, runReading } from "./run/run-reading.ts";
import { tagKey, tagReading } from "./tag/tag-reading.ts";
import { targets } from "./targets.ts";

type Context = Pick<ReconcileContext, "repository" | "now" | "loaded">;

/** What is recorded of the facts. */
export function records(facts: FourKeysFacts, context: Context): Recording {
  if (facts.kind === "history") return historyRecording(facts);
  if (facts.kind === "report") return reportRecording(facts.report);
  const repo = repositoryName(context);
  const commits = "commits" in facts ? facts.commits.map((node) => commitReading(node, repo)) : [];
  const reading = readingOf(facts, context);
  return { readings: reading === null ? commits : [...commits, reading], cursors: [] };
}

/** The page that is read next is recorded with those that were read. */
function historyRecording({ batch, isFurther }: HistoryFacts): Recording {
  return { readings: batch.readings, cursors: isFurther ? [{ name: HISTORY, value: batch.cursor }] : [] };
}

/** GitHub forgets nothing of sre.yml, but what it inherits is in other files. */
function reportRecording({ definitions, isDefinedAnew }: ReportFacts): Recording {
  return { readings: [], cursors: isDefinedAnew ? [{ name: DEFINITIONS, value: definitions }] : [] };
}

function readingOf(
  facts: Exclude<FourKeysFacts, HistoryFacts | { readonly kind: "report" }>,
  context: Context,
): Reading | null {
  const repo = repositoryName(context);
  const now = context.now.getTime();
  switch (facts.kind) {
    case "change":
      return changeReading(facts.change, repo);
    case "deployment":
      return deploymentReading(facts.deployment, repo);
    case "release":
      return releaseReading(facts.release, repo);
    case "run":
      return runReading(facts.run, runPlaceOf(context));
    case "tag":
      return tagReading(facts.tag, { version: now, pushedAt: facts.pushedAt }, repo);
    case "incident":
      return incidentReading(facts.issue, repo, facts.commit);
    case "gone":
      return goneReading(facts.target, now);
    case "commit":
    case "comments":
    case "comment":
    case "none":
      return null;
  }
}

function goneReading(target: string, version: number): Reading | null {
  const gone = targets.parse(target);
  switch (gone?.kind) {
    case "release":
      return { type: "deployment", key: releaseKey(gone.value), version, record: null };
    case "tag":
      return { type: "deployment", key: tagKey(gone.value), version, record: null };
    case "incident":
      return { type: "incident", key: gone.value, version, record: null };
    default:
      return null;
  }
}

/** Where a run must be from. */
export function runPlaceOf({ repository, loaded }: Pick<ReconcileContext, "repository" | "loaded">): RunPlace {
  const repo = repositoryName({ repository });
  return { repo, repositoryId: repository.id, defaultBranch: loaded.defaultBranch };
}

/** How records name a repository: `owner/name`. */
export function repositoryName({ repository: { owner, name } }: Pick<ReconcileContext, "repository">): string {
  return `${owner}/${name}`;
}
