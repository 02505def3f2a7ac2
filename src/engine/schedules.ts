import { createHash } from "node:crypto";
import type { Automation } from "../automations/automation.ts";
import { nextTick } from "../calendar/cron.ts";
import type { LoadedConfig } from "../config/loaded.ts";
import { ownSection } from "../config/section-of.ts";
import {
  addSchedule,
  dueSchedules,
  listSchedules,
  moveSchedule,
  removeSchedule,
  type ScheduleRow,
} from "../store/schedules.ts";
import { inTransaction, type Store } from "../store/store.ts";
import { everEnqueued } from "../store/work-counts.ts";
import type { Claim, WorkRequest } from "../store/work-items.ts";
import { allTargetsOf } from "./installations.ts";
import type { Queue } from "./queue.ts";

const AT_ONCE = 500;
const FIRST_NIGHT_HOUR = 1;
const NIGHT_HOURS = 4;

/** What the clock enqueues in one repository, from its configuration: the automations' own, and the safety net. */
export function schedulesOf(
  place: { readonly installationId: number; readonly repositoryId: number },
  loaded: LoadedConfig,
  automations: readonly Automation[],
): ScheduleRow[] {
  const { config } = loaded;
  return automations.flatMap((automation) => {
    const on = ownSection(config, automation.section);
    if (on === null) {
      return [];
    }
    const timezone = config?.timezone ?? "UTC";
    const row = (target: string, cron: string, zone: string, nightly: boolean) => ({
      ...place,
      automation: automation.name,
      target,
      cron,
      timezone: zone,
      nightly,
    });
    const own = config === null ? [] : (automation.schedules?.(on.section, config) ?? []);
    return [
      ...automation.allTargets.map((target) =>
        row(target, nightOf(place.repositoryId, automation.name), timezone, true),
      ),
      ...own.map((schedule) => row(schedule.target, schedule.cron, schedule.timezone, false)),
    ];
  });
}

/** A minute of the small hours, always the same for one repository and automation, spread over all of them. */
function nightOf(repositoryId: number, automation: string): string {
  const digest = createHash("sha256").update(`${repositoryId} ${automation}`).digest();
  const minute = digest.readUInt16BE(0) % (NIGHT_HOURS * 60);
  return `${minute % 60} ${FIRST_NIGHT_HOUR + Math.floor(minute / 60)} * * *`;
}

/**
 * After a reconciliation, the repository's schedules are those of the configuration that it read. An automation that turns
 * out to be on and never ran there reconciles everything, because the webhook that switched it on may have been lost.
 */
export async function keepSchedules(
  store: Store,
  queue: Queue,
  claim: Claim,
  loaded: LoadedConfig,
  automations: readonly Automation[],
  now: Date,
): Promise<void> {
  const { installationId, repositoryId } = claim;
  const wanted = new Map(schedulesOf(claim, loaded, automations).map((row) => [keyOf(row), row]));
  const present = new Map(
    (await listSchedules(store.db, installationId, repositoryId)).map((row) => [keyOf(row), row]),
  );
  const missing = [...wanted].filter(([key]) => !present.has(key)).map(([, row]) => row);
  const stale = [...present].filter(([key]) => !wanted.has(key)).map(([, row]) => row);
  for (const row of stale) {
    await removeSchedule(store.db, row);
  }
  for (const row of missing) {
    const nextAt = nextTick(row.cron, row.timezone, now);
    if (nextAt !== null) {
      await addSchedule(store.db, { ...row, nextAt });
    }
  }
  for (const name of new Set(missing.map((row) => row.automation))) {
    if (name !== claim.automation && !(await everEnqueued(store.db, installationId, repositoryId, name))) {
      const one = automations.filter((automation) => automation.name === name);
      await queue.enqueue(allTargetsOf(installationId, repositoryId, one));
    }
  }
}

/** Enqueues what is scheduled for now, and moves each schedule on. Answers how many there were. */
export async function enqueueScheduled(store: Store, queue: Queue, now: Date): Promise<number> {
  let total = 0;
  for (;;) {
    const { due, soonest } = await inTransaction(store, async (transaction) => {
      const rows = await dueSchedules(transaction, now, AT_ONCE);
      const requests: WorkRequest[] = [];
      for (const row of rows) {
        const { installationId, repositoryId, automation, target, nightly } = row;
        const priority = nightly ? "nightly" : "schedule";
        requests.push({ installationId, repositoryId, automation, target, priority });
        const nextAt = nextTick(row.cron, row.timezone, now);
        if (nextAt === null) {
          await removeSchedule(transaction, row);
        } else {
          await moveSchedule(transaction, row, nextAt);
        }
      }
      return { due: rows.length, soonest: await queue.enqueueIn(transaction, requests) };
    });
    queue.dispatch(soonest);
    total += due;
    if (due < AT_ONCE) {
      return total;
    }
  }
}

function keyOf(row: ScheduleRow): string {
  return JSON.stringify([row.automation, row.target, row.cron, row.timezone, row.nightly]);
}
