import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { loadConfig } from "../config/load.ts";
import { configFiles } from "../github/config-files.ts";
import { type Meaning, meaningOf } from "../github/error-meaning.ts";
import { HISTORY_SINCE } from "../records/history-since.ts";
import type { Instant } from "../records/record.ts";
import { storedBook } from "../store/records/book.ts";
import { enqueueItems } from "../store/work-items.ts";
import { accessFor } from "./access.ts";
import { type BackfillPlace, placeOf } from "./backfill-place.ts";
import { BackfillProblem } from "./backfill-problem.ts";
import { backfillText } from "./backfill-text.ts";
import { type ReconcileResult, reconcile } from "./reconcile.ts";

const AUTOMATION = "four-keys";
const TARGET = "history";

/** How long GitHub is waited for where it fails. */
const WAITS_MS = [1_000, 5_000, 15_000];

export interface BackfillRequest {
  readonly owner: string;
  readonly name: string;
  /** How far back at least; null: a year, or as far as was asked before. */
  readonly since: Instant | null;
}

/** How far history was read. */
export interface BackfillProgress {
  readonly since: string;
  /** Pull requests, of about so many. */
  readonly read: number;
  readonly total: number | null;
  readonly complete: boolean;
  /** GitHub's limit is left to other work until then; null: reading goes on. */
  readonly waitsUntil: string | null;
}

export interface BackfillOptions {
  readonly onProgress: (progress: BackfillProgress) => void;
  readonly signal: AbortSignal;
}

const progressShape = z.object({
  since: z.string(),
  read: z.number(),
  total: z.number().nullable(),
  complete: z.boolean(),
});

/**
 * Reads a repository's history into the store, from where it was read to, as the automation does by itself. Throws
 * `BackfillProblem` where it cannot; what was read until then is kept.
 */
export async function backfill(
  place: BackfillPlace,
  request: BackfillRequest,
  { onProgress, signal }: BackfillOptions,
): Promise<void> {
  const automation = place.automations.find(({ name }) => name === AUTOMATION);
  if (automation === undefined) throw new BackfillProblem(backfillText.later);
  const title = `${request.owner}/${request.name}`;
  const { installation, repository } = await patiently(signal, () => placeOf(place, request));
  const { granted, github } = await patiently(signal, () => accessFor(place, automation, installation, repository));
  if (github === null) throw new BackfillProblem(backfillText.permissions(title));
  const loaded = await patiently(signal, () => loadConfig(configFiles(github, repository)));
  if (loaded.config?.[AUTOMATION] == null) throw new BackfillProblem(backfillText.off(title));
  const scope = { installationId: installation.id, repositoryId: repository.id };
  const book = storedBook(place.store, scope);
  if (request.since !== null) {
    const value = new Date(request.since).toISOString();
    await book.record({ readings: [], cursors: [{ name: HISTORY_SINCE, value }] });
  }
  const readOn = (): Promise<ReconcileResult> =>
    reconcile({
      ...{ github, repository, automation, target: TARGET, granted, webUrl: place.webUrl, loaded, book },
      ...{ now: place.clock.now(), apply: true, describes: true },
    });
  for (;;) {
    const { facts, again, fanOut } = await patiently(signal, readOn);
    await enqueueItems(
      place.store.db,
      fanOut.map((target) => ({ ...scope, automation: AUTOMATION, target, priority: "schedule" })),
    );
    const now = place.clock.now();
    const waits = again !== null && again > now;
    onProgress({ ...progressShape.parse(facts), waitsUntil: waits ? again.toISOString() : null });
    if (again === null) return;
    if (waits) await setTimeout(again.getTime() - now.getTime(), undefined, { signal });
    signal.throwIfAborted();
  }

  /** Waits where GitHub's limit is reached, and a few times where it fails. */
  async function patiently<Result>(aborted: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await work();
      } catch (error) {
        if (error instanceof BackfillProblem) throw error;
        const wait = waitAfter(meaningOf(error), place.clock.now(), tries);
        if (wait === null) throw problemOf(error);
        await setTimeout(wait, undefined, { signal: aborted });
      }
    }
  }
}

/** Milliseconds; null: it is of no use. */
function waitAfter(meaning: Meaning, now: Date, tries: number): number | null {
  if (meaning.is === "limited") return Math.max(0, meaning.until.getTime() - now.getTime());
  const passes = meaning.is === "unavailable" || meaning.is === "too costly" || meaning.is === "stale";
  return passes ? (WAITS_MS[tries] ?? null) : null;
}

/** What is not GitHub's is a fault of ours, and shown as one. */
function problemOf(error: unknown): unknown {
  if (meaningOf(error).is === "unknown") return error;
  return new BackfillProblem(backfillText.failed(error instanceof Error ? error.message : String(error)));
}
