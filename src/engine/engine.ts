import type { Logger } from "pino";
import type { Automation } from "../automations/automation.ts";
import type { App } from "../github/app.ts";
import { bornAt } from "../store/deliveries.ts";
import { countLooks, type LookCounts } from "../store/look-counts.ts";
import type { Ask, Claim } from "../store/looks.ts";
import { noteRefused } from "../store/missed-deliveries.ts";
import { refusesContent } from "../store/refuses-content.ts";
import type { Store } from "../store/store.ts";
import { createCarry, type LookReport } from "./carry.ts";
import { createAutoSuiteSwitch } from "./check-suites.ts";
import type { Clock } from "./clock.ts";
import type { Delivery } from "./delivery.ts";
import { describe } from "./ending.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { NOTICE, NOTICE_TARGET } from "./permissions/notice.ts";
import { prune } from "./prune.ts";
import { createQueue } from "./queue.ts";
import { createReceiver, type Reception } from "./receive.ts";
import { createRecovery } from "./recovery/index.ts";
import { createRounds } from "./rounds.ts";
import { askScheduled, keepSchedules } from "./schedules.ts";
import { askSpread } from "./spread.ts";
import { syncInstallations, syncRepositories } from "./sync.ts";
import { createWorker } from "./worker.ts";

export interface EngineOptions {
  readonly store: Store;
  readonly app: App;
  readonly automations: readonly Automation[];
  readonly clock: Clock;
  readonly webUrl: string;
  readonly settle: number;
  /** Looks at the same time. */
  readonly concurrency: number;
  /** Seconds after which GitHub's lists show what was made. */
  readonly lag: number;
  /** Seconds between two writes of an installation that nobody waits for; 0: they are not paced. */
  readonly writeInterval: number;
  readonly allowedOwners: ReadonlySet<string> | null;
  readonly log: Logger;
}

/** Everything between a webhook that is read and GitHub that is as sre.yml asks for. */
export interface Engine {
  /** Looks, schedules and recovery begin. Not before webhooks are listened for: what is asked for again comes at once. */
  begin(): void;
  readonly metrics: Metrics;
  /** Resolves when the delivery and the looks that it asks for are durable. */
  receive(delivery: Delivery): Promise<Reception>;
  readonly waiting: number;
  /** A delivery could not be received: where its content is the reason, it is set aside after the third time. */
  refused(delivery: Pick<Delivery, "guid" | "event" | "installationId">, error: unknown): void;
  counts(): Promise<LookCounts>;
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
const STRANGER_MS = MINUTE;
const SOON_SECONDS = 30;
const IDLE_POLL_MS = 20;

/** Makes the queue ready, and what works on it. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { store, app, automations, clock, log } = options;
  const metrics = createMetrics(store);
  const onError = (error: unknown) => log.error({ err: error }, "The engine met an error and goes on");
  const queue = createQueue(store, { settle: options.settle, lease: LEASE, now: () => clock.now(), onError });
  const place = { store, queue, app, automations, allowedOwners: options.allowedOwners, now: () => clock.now() };
  const receiver = createReceiver({
    ...place,
    self: app.self,
    onUnreadable: (automation, { guid, event }, error) =>
      log.error(
        { err: error, automation, guid, event },
        "An automation could not read a webhook; it looks at everything",
      ),
  });
  /** When each installation's repositories were listed last because one was not found. */
  const strangers = new Map<number, number>();
  const carry = createCarry({
    ...options,
    onLook(report) {
      metrics.look(report);
      logLook(log, report);
    },
    async onLooked(claim, result) {
      if (claim.attempts > 0) await queue.recovered(claim.installationId);
      await keepSchedules(store, queue, claim, result.loaded, automations, clock.now());
      await askSpread(queue, claim, result.spread);
    },
    async onStranger(installationId) {
      const last = strangers.get(installationId) ?? Number.NEGATIVE_INFINITY;
      if (performance.now() - last < STRANGER_MS) return;
      strangers.set(installationId, performance.now());
      await syncRepositories(place, installationId);
    },
    onUnpermitted: (claim) => queue.askNow([noticeOf(claim)]),
  });
  const worker = createWorker(queue, carry, {
    concurrency: options.concurrency,
    lease: LEASE,
    onError,
  });
  const recovery = createRecovery(store, app);
  const rounds = createRounds(
    [
      { milliseconds: SYNC_MS, run: () => syncInstallations(place) },
      {
        milliseconds: RECOVER_MS,
        async run(now) {
          metrics.redelivered(await recovery.run(now));
        },
      },
      { milliseconds: SECOND, run: (now) => askScheduled(store, queue, now) },
      { milliseconds: SUITES_MS, run: createAutoSuiteSwitch({ ...options }) },
      // Besides `onMove` below: a look may be put off in the very moment in which the clock is moved.
      { milliseconds: SECOND, run: (now) => queue.clockMoved(now) },
      { milliseconds: PRUNE_MS, run: () => prune(store) },
    ],
    clock,
    onError,
  );
  await queue.start();
  await bornAt(store.db, clock.now());
  clock.onMove((now) => queue.clockMoved(now).catch(onError));
  const counts = async (): Promise<LookCounts> => {
    const looks = await countLooks(store.db);
    return rounds.busy ? { ...looks, running: looks.running + 1 } : looks;
  };
  const isSoon = async (): Promise<boolean> => {
    const due = await queue.nextDue();
    return due !== null && due <= SOON_SECONDS;
  };
  let drained: Promise<unknown> | null = null;
  const drain = () => {
    drained ??= Promise.all([clock.stop(), rounds.stop(), worker.drain()]);
  };
  return {
    begin() {
      worker.start();
      rounds.start();
    },
    metrics,
    counts,
    receive: (delivery) => receiver.add(delivery),
    get waiting() {
      return receiver.waiting;
    },
    async idle() {
      for (;;) {
        await receiver.idle();
        // Asked before and after: in between a look may be taken, which is then neither due nor counted yet.
        const isSoonBefore = await isSoon();
        const { running } = await counts();
        if (!isSoonBefore && running === 0 && !(await isSoon())) {
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

function noticeOf({ installationId, repositoryId }: Claim): Ask {
  return { installationId, repositoryId, automation: NOTICE, target: NOTICE_TARGET };
}

function logLook(log: Logger, report: LookReport): void {
  const { automation, target, installationId, repositoryId } = report.claim;
  const about = { automation, target, installationId, repositoryId, outcome: report.outcome, writes: report.writes };
  const line = { ...about, seconds: Math.round(report.seconds * 1000) / 1000 };
  if (report.outcome === "parked") {
    log.error({ ...line, err: report.error }, "A look keeps failing and is parked; it is tried again");
  } else if (report.outcome === "failed") {
    log.warn({ ...line, err: report.error }, "A look failed and will be tried again");
  } else {
    log.info(line, "Looked");
  }
}
