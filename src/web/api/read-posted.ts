import { WrongRecord } from "../../records/reading/problem.ts";
import { readRecord } from "../../records/reading/read-record.ts";
import { recordSentence } from "../../records/reading/text.ts";
import type { DeploymentRecord, IncidentRecord, Instant } from "../../records/record.ts";
import type { PostedRecord } from "../../store/records/post.ts";
import { Refusal } from "./refusal.ts";
import { apiText } from "./text.ts";

const JSON_TYPE = /^application\/json[ \t]*(?:;|$)/i;
const SHA = /^[0-9a-f]{40}$/i;
// What PostgreSQL cannot keep, halves of surrogate pairs among it, and nobody sees.
const CONTROL = /[\p{Cc}\p{Cs}]/u;
const LONGEST = 200;
/** Clocks differ. */
const AHEAD_MS = 3_600_000;
const FIRST_YEAR = 2000;
/** Before it nothing was deployed: it is a year of two digits, or a clock that starts in 1970. */
const EARLIEST = Date.UTC(FIRST_YEAR, 0, 1);

/** `owner/name` of the repository that the token is for. */
interface Expected {
  readonly type: PostedRecord["type"];
  readonly repo: string;
  readonly now: Instant;
}

/** Whether a header `Content-Type` says so. */
export function isJson(type: string): boolean {
  return JSON_TYPE.test(type);
}

/** The record of a request's body, in the form of contract §7; `type` and `repo` may be left out. Throws `Refusal`. */
export function readPosted(bytes: Buffer, { type, repo, now }: Expected): PostedRecord {
  const given = parsed(bytes);
  if ((given.type ?? type) !== type) throw new Refusal(422, apiText.otherType(type));
  const named = given.repo ?? repo;
  // GitHub's names are the same in either case.
  if (typeof named === "string" && named.toLowerCase() !== repo.toLowerCase())
    throw new Refusal(403, apiText.otherRepository(repo));
  const record = readAs({ ...given, type, repo: typeof named === "string" ? repo : named });
  return record.type === "deployment" ? postedDeployment(record, now) : postedIncident(record, now);
}

function parsed(bytes: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    throw new Refusal(422, apiText.unreadable);
  }
  throw new Refusal(422, recordSentence({ kind: "not-an-object" }).en);
}

function readAs(given: unknown): DeploymentRecord | IncidentRecord {
  try {
    const record = readRecord(given);
    if (record.type === "deployment" || record.type === "incident") return record;
  } catch (error) {
    if (error instanceof WrongRecord) throw new Refusal(422, recordSentence(error.problem).en);
    throw error;
  }
  throw new Error("the type was given");
}

/** An id that is posted is a name: as a number it may be one of GitHub's, and `7` is `"7"`. */
function postedDeployment(record: DeploymentRecord, now: Instant): PostedRecord {
  const { id, environment, service, sha, changes, startedAt, finishedAt } = record;
  bounded({ id, environment, service });
  if (sha !== null && !SHA.test(sha)) throw new Refusal(422, apiText.noSha("sha"));
  if (changes?.some((change) => !SHA.test(change))) throw new Refusal(422, apiText.noSha("changes"));
  plausible({ started_at: startedAt, finished_at: finishedAt }, now);
  return {
    ...record,
    id: String(id),
    sha: sha?.toLowerCase() ?? null,
    changes: changes?.map((change) => change.toLowerCase()) ?? null,
    source: "external",
  };
}

function postedIncident(record: IncidentRecord, now: Instant): PostedRecord {
  const { id, deployment, source, openedAt, resolvedAt } = record;
  bounded({ id, deployment, source });
  plausible({ opened_at: openedAt, resolved_at: resolvedAt }, now);
  return { ...record, id: String(id), deployment: deployment === null ? null : String(deployment), labels: null };
}

function bounded(texts: Readonly<Record<string, string | number | null>>): void {
  for (const [key, value] of Object.entries(texts)) {
    const text = String(value ?? "");
    if (text.length > LONGEST || CONTROL.test(text)) throw new Refusal(422, apiText.tooLong(key, LONGEST));
  }
}

function plausible(times: Readonly<Record<string, Instant | null>>, now: Instant): void {
  for (const [key, time] of Object.entries(times)) {
    if (time === null) continue;
    if (time > now + AHEAD_MS) throw new Refusal(422, apiText.future(key));
    if (time < EARLIEST) throw new Refusal(422, apiText.past(key, FIRST_YEAR));
  }
}
