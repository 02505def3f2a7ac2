import type { SectionOf } from "../../../config/section-of.ts";
import type { Instant } from "../../../records/record.ts";
import type { HistoryCursor, HistoryTask } from "./cursor.ts";
import { deploymentsKey, servicesKey } from "./wanted.ts";

const DAY_MS = 86_400_000;

/** A report compares weeks with those before; people ask for the last year. */
const DAYS = 365;

/** What webhooks may have missed is read once a night, which is not at the same second each time. */
const AGED_MS = DAY_MS - 4 * 3_600_000;

/** A deployment that was made earlier may have succeeded since. */
const IN_PROGRESS_MS = DAY_MS;

interface Asked {
  readonly section: SectionOf<"four-keys">;
  readonly now: Date;
  /** How far back at least; absent: what was asked for before, at first a year. */
  readonly since?: Instant | null;
  /** Absent: they may be. */
  readonly mayReadRuns?: boolean;
}

/** Where reading goes on: what sre.yml asks for by now and was not read yet, and each night what is new. */
export function continued(stored: HistoryCursor | null, asked: Asked): HistoryCursor {
  const { section, now, since = null } = asked;
  if (stored === null) return begun(since ?? now.getTime() - DAYS * DAY_MS, asked, false);
  if (since !== null && since < Date.parse(stored.since)) return begun(since, asked, true);
  const deployments = withDeployments(stored, deploymentsKey(section, asked.mayReadRuns));
  const changed = withServices(withLabels(deployments, section.incidents.labels), servicesKey(section));
  const isOld = now.getTime() - Date.parse(changed.begun) >= AGED_MS;
  return changed.complete && changed.todo.length === 0 && isOld ? renewed(changed, now) : changed;
}

function begun(since: Instant, { section, now, mayReadRuns }: Asked, whole: boolean): HistoryCursor {
  const until = iso(since);
  const { labels } = section.incidents;
  return {
    since: until,
    begun: now.toISOString(),
    deployments: deploymentsKey(section, mayReadRuns),
    labels,
    services: servicesKey(section),
    complete: false,
    todo: [
      { list: "deployments", until },
      ...incidents(labels, until),
      { list: "changes", until },
      { list: "commits", until, whole },
      { list: "branches", until },
      ...missed(labels, now.toISOString()),
    ],
    ...START,
    read: 0,
    total: null,
    reached: null,
  };
}

const START = { after: null, tips: null, open: [] };

/** Who is updated during the reading moves to pages that were read already. */
function missed(labels: readonly string[], until: string): HistoryTask[] {
  return [...incidents(labels, until), { list: "changes", until }];
}

function incidents(labels: readonly string[], until: string): HistoryTask[] {
  return labels.map((label) => ({ list: "incidents", label, until }));
}

/** Another kind of deployments is another list. */
function withDeployments(cursor: HistoryCursor, deployments: string): HistoryCursor {
  if (cursor.deployments === deployments) return cursor;
  const until = cursor.since;
  const rest = cursor.todo.filter(({ list }, index) => list !== "deployments" && (list !== "branches" || index === 0));
  const isOther = cursor.todo[0]?.list === "deployments";
  return {
    ...cursor,
    ...(isOther ? START : {}),
    deployments,
    complete: false,
    todo: [...rest, { list: "deployments", until }, { list: "branches", until }],
  };
}

function withLabels(cursor: HistoryCursor, labels: readonly string[]): HistoryCursor {
  const known = new Set(cursor.labels.map((label) => label.toLowerCase()));
  const more = labels.filter((label) => !known.has(label.toLowerCase()));
  if (more.length === 0) return cursor;
  return {
    ...cursor,
    labels: [...cursor.labels, ...more],
    complete: false,
    todo: [...cursor.todo, ...incidents(more, cursor.since)],
  };
}

/** A change belongs to other services: which ones is recorded with it. What is being read of changes begins anew. */
function withServices(cursor: HistoryCursor, services: string): HistoryCursor {
  if (cursor.services === services) return cursor;
  const whole: HistoryTask = { list: "changes", until: cursor.since };
  const others = cursor.todo.filter(({ list }) => list !== "changes");
  const after = cursor.todo.filter(({ list, until }) => list === "changes" && until !== whole.until);
  const isReading = cursor.todo[0]?.list === "changes";
  return {
    ...cursor,
    ...(isReading ? START : {}),
    ...{ services, complete: false, read: 0, total: null },
    todo: [...(isReading ? [whole, ...others] : [...others, whole]), ...after],
  };
}

function renewed(cursor: HistoryCursor, now: Date): HistoryCursor {
  const before = iso(Date.parse(cursor.begun) - IN_PROGRESS_MS);
  return {
    ...cursor,
    ...START,
    begun: now.toISOString(),
    todo: [
      { list: "deployments", until: before },
      ...missed(cursor.labels, cursor.begun),
      { list: "branches", until: before },
    ],
  };
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}
