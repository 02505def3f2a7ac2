import type { App } from "../../github/app.ts";
import type { GitHub } from "../../github/client.ts";
import { isGone, isRefused } from "../../github/error-meaning.ts";
import { createdAt, receivedOf } from "../../store/deliveries.ts";
import { comparedAt, knowsOfUnlisted, noteCompared, noteUnlisted } from "../../store/delivery-gaps.ts";
import { listInstallations } from "../../store/installations.ts";
import { dropMissed, dueMissed, markAsked, noteMissed, settleMissed } from "../../store/missed-deliveries.ts";
import type { Store } from "../../store/store.ts";
import { compare, isHandlingFailure } from "./missed.ts";
import { continueWalk, type Step, startWalk, type Walk } from "./walk.ts";

/** As many are asked for in one round; the rest comes in the next ones. */
const MOST_PER_ROUND = 100;
/** Failed attempts are read back to the round before, and this much further. */
const FAILURES_OVERLAP_MS = 3_600_000;
/** GitHub's list may lag. */
const OVERLAP_MS = 600_000;

export interface Recovery {
  /** Asks GitHub again for what did not arrive. Answers how many. */
  run(now: Date): Promise<number>;
}

/**
 * Compares GitHub's list of deliveries with ours: first the attempts that failed, then all of them, page by page until it
 * meets what was compared before. What is missing is remembered in the store and requested until it is here, or set aside
 * after it failed three times. A walk that is longer than a round continues in the next one; one that finds that GitHub no
 * longer lists what it searches for reports it.
 */
export function createRecovery(store: Store, app: App): Recovery {
  let failures: Walk | null = null;
  let failuresReadAt: Date | null = null;
  let all: { readonly walk: Walk; readonly wallClock: Date } | null = null;

  async function read(github: GitHub, walk: Walk, now: Date): Promise<Step> {
    const step = await continueWalk(github, walk);
    const listed = step.attempts.map(({ guid, installation_id }) => ({ guid, installationId: installation_id }));
    const { missed, arrived } = compare(step.attempts, {
      received: await receivedOf(store.db, listed),
      installations: new Set((await listInstallations(store.db)).map((one) => one.id)),
      since: await createdAt(store.db, now),
    });
    await noteMissed(
      store.db,
      missed.map((one) => ({
        ...one,
        attempts: one.attempts.map((attempt) => ({ ...attempt, failed: isHandlingFailure(attempt) })),
      })),
    );
    await settleMissed(store.db, arrived);
    return step;
  }

  async function readFailures(github: GitHub, now: Date): Promise<void> {
    const until = failuresReadAt === null ? null : new Date(failuresReadAt.getTime() - FAILURES_OVERLAP_MS);
    const { walk, done } = await read(github, failures ?? startWalk("failure", now, until), now);
    failures = done === null ? walk : null;
    failuresReadAt = done === null ? failuresReadAt : walk.startedAt;
  }

  async function readAll(github: GitHub, now: Date): Promise<void> {
    const before = await comparedAt(store.db);
    // Nothing older than the store itself can be missing in it.
    const from = before === null ? await createdAt(store.db, now) : new Date(before.getTime() - OVERLAP_MS);
    all ??= { walk: startWalk(null, now, from), wallClock: new Date() };
    const step = await read(github, all.walk, now);
    if (step.done === null) {
      all = { ...all, walk: step.walk };
      return;
    }
    const { wallClock } = all;
    all = null;
    if (step.done === "ended" && before !== null && (await knowsOfUnlisted(store.db, step.walk.seen, wallClock))) {
      await noteUnlisted(store.db, before, step.oldest ?? now);
    }
    await noteCompared(store.db, step.walk.startedAt);
  }

  return {
    async run(now) {
      const github = app.asApp();
      await readFailures(github, now);
      await readAll(github, now);
      const due = await dueMissed(store.db, MOST_PER_ROUND);
      for (const { guid, attemptId } of due) {
        try {
          await github.rest("POST /app/hook/deliveries/{delivery_id}/attempts", { delivery_id: attemptId });
          await markAsked(store.db, guid, attemptId);
        } catch (error) {
          // Too old, or asked for already: GitHub's word counts.
          if (!isGone(error) && !isRefused(error)) throw error;
          await dropMissed(store.db, guid);
        }
      }
      return due.length;
    },
  };
}
