import type { Logger } from "pino";
import type { Automation } from "../automations/automation.ts";
import type { Duration } from "../calendar/duration.ts";
import type { App } from "../github/app.ts";
import { createdAt } from "../store/deliveries.ts";
import { noteRefused } from "../store/missed-deliveries.ts";
import { refusesContent } from "../store/refuses-content.ts";
import type { Store } from "../store/store.ts";
import { countDue, countWorkItems, type WorkCounts } from "../store/work-counts.ts";
import { createAutoSuiteSwitch } from "./check-suites.ts";
import type { Clock } from "./clock.ts";
import { createConfigCache } from "./config-cache.ts";
import type { Delivery } from "./delivery.ts";
import { enqueueFanOut, enqueueWakes } from "./fan-out.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { describe } from "./outcome.ts";
import { createPeriodicTasks } from "./periodic-tasks.ts";
import { createPostings, type Postings } from "./postings.ts";
import { createProcessor, type ReconcileReport } from "./process.ts";
import { prune } from "./prune.ts";
import { createQueue } from "./queue.ts";
import { createReceiver, type Reception } from "./receive.ts";
import { createRecovery } from "./recovery/index.ts";
import { enqueueScheduled, keepSchedules } from "./schedules.ts";
import { syncInstallations, syncRepositories } from "./sync.ts";
import { createWorker } from "./worker.ts";

export interface EngineOptions {
  readonly store: Store;
  readonly app: App;
  readonly automations: readonly Automation[];
  readonly clock: Clock;
  readonly webUrl: string;
  readonly cooldown: number;
  /** Reconciliations at the same time. */
  readonly concurrency: number;
  /** Seconds after which GitHub's lists show what was made. */
  readonly lag: number;
  /** Seconds between two writes of an installation that nobody waits for; 0: they are not paced. */
  readonly writeInterval: number;
  /** Whether a first sre.yml may be offered where nobody asked for it. */
  readonly onboarding: boolean;
  readonly allowedOwners: ReadonlySet<string> | null;
  /** How long records are kept; null: for ever. */
  readonly retention: Duration | null;
  readonly log: Logger;
}

/** Everything between a webhook that is read and GitHub that is as sre.yml asks for. */
export interface Engine {
  /** Work, schedules and recovery begin. Not before the server listens: what is requested again comes at once. */
  begin(): void;
  readonly metrics: Metrics;
  /** What pipelines record. */
  readonly postings: Postings;
  /** Resolves when the delivery and the work that it leads to are durable. */
  receive(delivery: Delivery): Promise<Reception>;
  readonly waiting: number;
  /** A delivery could not be received: where its content is the reason, it is set aside after the third time. */
  refused(delivery: Pick<Delivery, "guid" | "event" | "installationId">, error: unknown): void;
  counts(): Promise<WorkCounts>;
  /** Resolves when nothing is under way nor due soon. */
  idle(): Promise<void>;
  /** Takes no new work from now on; deliveries are still stored. */
  drain(): void;
  /** Ends what runs, takes nothing new. */
  stop(): Promise<void>;
}

/** Seconds: after a kill, another process takes over within this and two more. */
const LEASE = 9;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const RECOVER_MS = 3 * MINUTE;
/** Often enough, and never more than a fifth of the writes that an installation has room for. */
const SUITES_MS = 5 * SECOND;
const SYNC_MS = 6 * 60 * MINUTE;
const PRUNE_MS = 24 * 60 * MINUTE;
/** A repository that is not found fails again and again; all of its installation need not be listed each time. */
const UNKNOWN_REPOSITORY_MS = MINUTE;
const SOON_SECONDS = 30;
const IDLE_POLL_MS = 20;

/** Makes the queue ready, and what works on it. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { store, app, automations, clock, log, retention } = options;
  const forgotten = automations.flatMap(({ forgets = [] }) => forgets);
  const metrics = createMetrics(store);
  const onError = (error: unknown) => log.error({ err: error }, "The engine met an error and goes on");
  const queue = createQueue(store, { cooldown: options.cooldown, lease: LEASE, now: () => clock.now() });
  const scope = { store, queue, app, automations, allowedOwners: options.allowedOwners, now: () => clock.now() };
  const receiver = createReceiver({
    ...scope,
    self: app.self,
    onUnreadable: (automation, { guid, event }, error) =>
      log.error(
        { err: error, automation, guid, event },
        "An automation could not read a webhook; it reconciles everything",
      ),
  });
  const configs = createConfigCache(store, clock);
  /** When each installation's repositories were listed last because one was not found. */
  const listedAt = new Map<number, number>();
  const process = createProcessor({
    ...options,
    configs,
    onReconcile(report) {
      metrics.reconciled(report);
      logReconcile(log, report);
    },
    async onReconciled(claim, result) {
      if (claim.attempts > 0) await queue.recovered(claim.installationId);
      await keepSchedules(store, queue, claim, result.loaded, automations, clock.now());
      await enqueueFanOut(queue, claim, result.fanOut);
      await enqueueWakes(queue, claim, result.wakes, clock.now());
    },
    async onUnknownRepository(installationId) {
      const last = listedAt.get(installationId) ?? Number.NEGATIVE_INFINITY;
      if (performance.now() - last < UNKNOWN_REPOSITORY_MS) return;
      listedAt.set(installationId, performance.now());
      await syncRepositories(scope, installationId);
    },
  });
  const worker = createWorker(queue, process, {
    concurrency: options.concurrency,
    lease: LEASE,
    onError,
  });
  const recovery = createRecovery(store, app);
  const sync = { milliseconds: SYNC_MS, run: () => syncInstallations(scope) };
  const periodicTasks = createPeriodicTasks(
    [
      sync,
      {
        milliseconds: RECOVER_MS,
        // The deliveries of an installation that is not known are nobody's.
        after: sync,
        async run(now) {
          metrics.redelivered(await recovery.run(now));
        },
      },
      { milliseconds: SECOND, run: (now) => enqueueScheduled(store, queue, now) },
      { milliseconds: SUITES_MS, run: createAutoSuiteSwitch({ ...options }) },
      // Besides `onMove` below: an item may be put off in the very moment in which the clock is moved.
      { milliseconds: SECOND, run: (now) => queue.clockMoved(now) },
      { milliseconds: PRUNE_MS, run: (now) => prune(store, now, { retention, forgotten }) },
    ],
    clock,
    onError,
  );
  await queue.start();
  await createdAt(store.db, clock.now());
  clock.onMove((now) => queue.clockMoved(now).catch(onError));
  const counts = async (): Promise<WorkCounts> => {
    const items = await countWorkItems(store.db);
    const pending = items.pending + (await countDue(store.db, clock.now()));
    return { ...items, pending, running: items.running + (periodicTasks.busy ? 1 : 0) };
  };
  const isSoon = async (): Promise<boolean> => {
    const due = await queue.nextDue();
    return (due !== null && due <= SOON_SECONDS) || (await countDue(store.db, clock.now())) > 0;
  };
  /** Checked before and after: in between an item may be taken, which is then neither due nor counted yet. */
  const isAtRest = async (): Promise<boolean> =>
    !(await isSoon()) && (await counts()).running === 0 && !(await isSoon());
  let drained: Promise<unknown> | null = null;
  const drain = () => {
    drained ??= Promise.all([clock.stop(), periodicTasks.stop(), worker.drain()]);
  };
  return {
    begin() {
      worker.start();
      periodicTasks.start();
    },
    metrics,
    postings: createPostings({ ...scope, configs, clock }),
    counts,
    receive: (delivery) => receiver.add(delivery),
    get waiting() {
      return receiver.waiting;
    },
    async idle() {
      for (;;) {
        await receiver.idle();
        // The database is not asked what this process knows: an embedded one would do little else.
        if (worker.running === 0 && !periodicTasks.busy && (await isAtRest())) {
          return;
        }
        await new Promise((done) => setTimeout(done, IDLE_POLL_MS));
      }
    },
    refused(delivery, error) {
      if (refusesContent(error)) {
        noteRefused(store.db, delivery, describe(error)).catch(onError);
      }
    },
    drain,
    async stop() {
      drain();
      await receiver.idle();
      await drained;
      await queue.stop();
    },
  };
}

function logReconcile(log: Logger, report: ReconcileReport): void {
  const { automation, target, installationId, repositoryId } = report.claim;
  const about = { automation, target, installationId, repositoryId, outcome: report.outcome, writes: report.writes };
  const line = { ...about, seconds: Math.round(report.seconds * 1000) / 1000 };
  if (report.outcome === "parked") {
    log.error({ ...line, err: report.error }, "An item of work keeps failing and is parked; it is tried again");
  } else if (report.outcome === "failed") {
    log.warn({ ...line, err: report.error }, "An item of work failed and will be tried again");
  } else if (report.outcome === "unknown target") {
    log.warn(line, "An item of work names a target that this version does not know; it is done with");
  } else {
    log.info(line, "Reconciled");
  }
}
