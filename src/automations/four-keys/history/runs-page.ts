import { z } from "zod";
import { globMatches } from "../../../config/glob.ts";
import { readNumberedPages } from "../../../github/read-pages.ts";
import { A_PAGE } from "../../../github-limits.ts";
import { repositoryName } from "../records.ts";
import { readAttempt } from "../run/read-attempt.ts";
import { type RunNode, runReading, workflowFile } from "../run/run-reading.ts";
import type { HistoryCursor } from "./cursor.ts";
import { type HistoryPage, type HistoryPlace, type Limit, movedOn } from "./page.ts";

interface Asked {
  /** Of the files. */
  readonly pattern: string;
  readonly until: string;
}

/** Workflows whose runs on a branch are still to be read, of the first one those up to a time. */
const placeShape = z.object({ branch: z.string(), workflows: z.array(z.number()), to: z.string().nullable() });

const SECOND_MS = 1_000;
/** Of a run, besides the last. */
const MOST_ATTEMPTS = 10;

/**
 * Runs, the newest first. A filtered list ends after 1,000, so no page but the first is asked for: each begins at the
 * oldest run of the page before.
 */
export async function runsPage(place: HistoryPlace, cursor: HistoryCursor, asked: Asked): Promise<HistoryPage> {
  if (!place.mayReadRuns) return { readings: [], cursor: movedOn(cursor, null), limit: null };
  if (cursor.after === null) return workflowsPage(place, cursor, asked.pattern);
  const at = placeShape.parse(JSON.parse(cursor.after));
  const [workflow] = at.workflows;
  if (workflow === undefined) return { readings: [], cursor: movedOn(cursor, null), limit: null };
  const { github, repository } = place;
  const { data, headers } = await github.rest("GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs", {
    ...{ owner: repository.owner, repo: repository.name, workflow_id: workflow, per_page: A_PAGE },
    branch: at.branch,
    created: at.to === null ? `>=${seconds(asked.until)}` : `${seconds(asked.until)}..${at.to}`,
  });
  const from = { repo: repositoryName(place), repositoryId: repository.id, defaultBranch: at.branch };
  const readings = [];
  for (const run of data.workflow_runs)
    for (const attempt of [...(await earlierAttempts(place, run)), run]) readings.push(runReading(attempt, from));
  const next = nextOf(
    data.workflow_runs.map((run) => run.created_at),
    at.to,
  );
  const rest = next === null ? { ...at, workflows: at.workflows.slice(1), to: null } : { ...at, to: next };
  const after = rest.workflows.length === 0 ? null : JSON.stringify(rest);
  const found = readings.filter((reading) => reading !== null);
  return { readings: found, cursor: movedOn(cursor, after), limit: limitIn(headers) };
}

/** A list has the last attempt of each run. */
async function earlierAttempts({ github, repository }: HistoryPlace, { id, run_attempt }: RunNode): Promise<RunNode[]> {
  const last = run_attempt ?? 1;
  const numbers = Array.from({ length: last - 1 }, (_, at) => at + 1).slice(-MOST_ATTEMPTS);
  const attempts: RunNode[] = [];
  for (const number of numbers) {
    const attempt = await readAttempt(github, repository, { id, attempt: number });
    if (attempt !== null) attempts.push(attempt);
  }
  return attempts;
}

/** The workflows whose files sre.yml means. */
async function workflowsPage(place: HistoryPlace, cursor: HistoryCursor, pattern: string): Promise<HistoryPage> {
  const { owner, name } = place.repository;
  const read = async (page: number) => {
    const route = "GET /repos/{owner}/{repo}/actions/workflows";
    return (await place.github.rest(route, { owner, repo: name, per_page: A_PAGE, page })).data.workflows;
  };
  const branch = (await place.github.rest("GET /repos/{owner}/{repo}", { owner, repo: name })).data.default_branch;
  const workflows: number[] = [];
  for await (const page of readNumberedPages(read))
    workflows.push(...page.filter(({ path }) => globMatches(pattern, workflowFile(path))).map(({ id }) => id));
  const after = workflows.length === 0 ? null : JSON.stringify({ branch, workflows, to: null });
  return { readings: [], cursor: movedOn(cursor, after), limit: null };
}

/** Up to when the next page is; null: this one was the last. More than a page within a second cannot be told apart. */
function nextOf(created: readonly string[], to: string | null): string | null {
  const oldest = created.at(-1);
  if (oldest === undefined || created.length < A_PAGE) return null;
  const end = seconds(oldest);
  return end === to ? seconds(new Date(Date.parse(end) - SECOND_MS).toISOString()) : end;
}

function seconds(time: string): string {
  return `${new Date(time).toISOString().slice(0, "2026-11-20T01:00:00".length)}Z`;
}

/** REST's limit is another one than GraphQL's. A GHES may have none. */
function limitIn(headers: Readonly<Record<string, unknown>>): Limit {
  const [limit, remaining, reset] = ["limit", "remaining", "reset"].map((name) => headers[`x-ratelimit-${name}`]);
  if (limit === undefined || remaining === undefined || reset === undefined) return null;
  return { limit: Number(limit), remaining: Number(remaining), resetAt: new Date(Number(reset) * 1000).toISOString() };
}
