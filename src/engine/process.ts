import type { Automation } from "../automations/automation.ts";
import type { App } from "../github/app.ts";
import type { ApplyOptions, LeaseStatus } from "../github/apply/index.ts";
import type { GitHub, RequestCount } from "../github/client.ts";
import { meaningOf } from "../github/error-meaning.ts";
import { RateLimited } from "../github/errors.ts";
import { gated } from "../github/gated.ts";
import type { WritableBook } from "../records/book.ts";
import { storedOverview, storedShipped } from "../store/attribution/overview.ts";
import { findInstallation } from "../store/installations.ts";
import { storedBook } from "../store/records/book.ts";
import { findRepository, isTransferred } from "../store/repositories.ts";
import type { Store } from "../store/store.ts";
import type { Claim, Outcome } from "../store/work-items.ts";
import { accessFor } from "./access.ts";
import type { Clock } from "./clock.ts";
import { type ConfigCache, createConfigCache } from "./config-cache.ts";
import { reserveWrite } from "./content-budget.ts";
import { onceRead } from "./help-desk.ts";
import { createInstallationReads } from "./installation-reads.ts";
import { createInterrupted } from "./interrupted.ts";
import { observationsOf } from "./observations.ts";
import { failed, later, limited, succeeded } from "./outcome.ts";
import { createReadCache } from "./read-cache.ts";
import { Interrupted, type ReconcileResult, reconcile } from "./reconcile.ts";
import { openRegistry } from "./registry.ts";

/** For the metrics and the log. */
export type ReconcileOutcome =
  | "written"
  | "unchanged"
  | "off"
  | "left alone"
  | "unknown target"
  | "no permission"
  | "rate limited"
  | "throttled"
  | "preempted"
  | "not visible yet"
  | "to be seen again"
  | "failed"
  | "parked"
  | "lost";

export interface ProcessorOptions {
  readonly store: Store;
  readonly app: App;
  readonly automations: readonly Automation[];
  readonly clock: Clock;
  readonly webUrl: string;
  /** Whether a first sre.yml may be offered where nobody asked for it. */
  readonly onboarding: boolean;
  readonly onReconcile: (report: ReconcileReport) => void;
  /** After a reconciliation that succeeded: what its configuration means for schedules. */
  readonly onReconciled: (claim: Claim, result: ReconcileResult) => Promise<void>;
  /** GitHub does not know the installation or repository under the name that is stored. */
  readonly onUnknownRepository: (installationId: number) => Promise<void>;
  /** Seconds after which GitHub's lists show what was made. */
  readonly lag: number;
  /** Seconds between two writes of an installation that nobody waits for. */
  readonly writeInterval: number;
  /** Absent: its own. */
  readonly configs?: ConfigCache;
  readonly reconcileOnce?: typeof reconcile;
}

export interface ReconcileReport {
  readonly claim: Claim;
  readonly outcome: ReconcileOutcome;
  readonly seconds: number;
  readonly writes: number;
  readonly requests: Readonly<RequestCount>;
  readonly error: unknown;
}

/** Facts that change during a reconciliation: reconcile again at once, but not forever. */
const MOST_STALE = 5;
const NONE = { rest: 0, graphql: 0, points: 0, writes: 0 };

interface Attempt {
  readonly outcome: ReconcileOutcome;
  readonly writes: number;
  /** When it asked to be reconciled again, by GitHub's clock. */
  readonly againAt?: Date | null;
  /** null: all is done. */
  readonly again: { readonly seconds: number; readonly isTry: boolean } | null;
}

const DONE = { writes: 0, again: null };

/** Processes claimed items; see `Process` in worker.ts. */
export function createProcessor(options: ProcessorOptions) {
  const { store, clock, lag } = options;
  const reconcileOnce = options.reconcileOnce ?? reconcile;
  const interrupted = createInterrupted();
  const configs = options.configs ?? createConfigCache(store, clock);
  const reads = createReadCache(clock);
  const installationReads = createInstallationReads({ ...options, offers: options.onboarding });
  /** Installations whose limit is reached, and until when by GitHub's clock: their items need not ask GitHub to learn it. */
  const limits = new Map<number, Date>();

  /** Throws the limit that this installation is known to have reached. */
  function respectLimit(installationId: number): void {
    const until = limits.get(installationId);
    if (until !== undefined && until > clock.now()) {
      throw new RateLimited("before the request", 403, "another item has reached the limit", until);
    }
    limits.delete(installationId);
  }

  /** What is checked before the writes of one claim. */
  async function writingFor(claim: Claim, checkLease: () => Promise<LeaseStatus>) {
    const { installationId } = claim;
    const registry = await openRegistry(store, claim, claim.target, { seconds: lag });
    const writing: ApplyOptions = {
      checkLease,
      reserve: (write) => reserveWrite(store, installationId, clock.now(), write, options.writeInterval),
      registry,
    };
    return { registry, writing };
  }

  function bookFor(claim: Claim, automation: Automation): WritableBook {
    const book = storedBook(store, claim);
    return { ...book, desk: onceRead(book.desk, store, claim, automation) };
  }

  async function attempt(
    claim: Claim,
    checkLease: () => Promise<LeaseStatus>,
    count: (requests: ReconcileReport["requests"]) => void,
  ): Promise<Attempt> {
    const { installationId, repositoryId } = claim;
    const automation = options.automations.find((one) => one.name === claim.automation);
    const installation = await findInstallation(store.db, installationId);
    const repository = await findRepository(store.db, installationId, repositoryId);
    if (!automation || !installation || !repository || installation.suspended || repository.archived) {
      return { outcome: "left alone", ...DONE };
    }
    if (automation.targets.parse(claim.target) === null) {
      return { outcome: "unknown target", ...DONE };
    }
    respectLimit(installationId);
    const { registry, writing } = await writingFor(claim, checkLease);
    const rest = interrupted.take(claim);
    if (rest !== null) {
      return ended(claim, await counted(claim, rest.github, count, () => rest.resume(writing)));
    }
    const { github, granted } = await accessFor(options, automation, installation, repository);
    if (github === null) {
      return { outcome: "no permission", ...DONE };
    }
    const result = await counted(claim, github, count, () =>
      reconcileOnce({
        // Another item may meet the limit meanwhile, and continuing risks a ban: checked before each request, read or write.
        github: gated(github, () => respectLimit(installationId)),
        repository,
        automation,
        target: claim.target,
        now: clock.now(),
        granted,
        webUrl: options.webUrl,
        apply: true,
        writing,
        load: (files) => configs.load(claim, files),
        memory: observationsOf(store, claim, reads.cacheFor(claim)),
        installation: installationReads(claim, granted),
        book: bookFor(claim, automation),
        computed: {
          overview: (counting, periods) => storedOverview(store, claim, counting, periods),
          shipped: (counting, window) => storedShipped(store, claim, counting, window),
        },
        refusals: registry.known,
        onObsolete: (refusals) => registry.dropRefusals(refusals),
      }),
    );
    return ended(claim, result);
  }

  async function ended(claim: Claim, result: ReconcileResult): Promise<Attempt> {
    await options.onReconciled(claim, result);
    if (result.off) {
      return { outcome: "off", ...DONE };
    }
    const { written, refused, again } = result.applied ?? { written: 0, refused: [], again: null };
    const outcome = written > 0 ? "written" : again === null ? "unchanged" : "to be seen again";
    // What was refused just now is reported by the next one, which knows of it.
    const next =
      refused.length > 0
        ? { seconds: again ?? 0, isTry: true }
        : again === null
          ? null
          : { seconds: again, isTry: false };
    return { outcome, writes: written, again: next, againAt: result.again };
  }

  /** Counts the requests that `work` makes, and keeps what is left of it where it was throttled for a moment. */
  async function counted(
    claim: Claim,
    github: GitHub,
    count: (requests: ReconcileReport["requests"]) => void,
    work: () => Promise<ReconcileResult>,
  ): Promise<ReconcileResult> {
    const before = { ...github.requests };
    try {
      return await work();
    } catch (error) {
      if (error instanceof Interrupted && error.retryAt === null) {
        interrupted.keep(claim, { github, resume: error.resume });
      }
      throw error;
    } finally {
      const { rest, graphql, points, writes } = github.requests;
      count({
        rest: rest - before.rest,
        graphql: graphql - before.graphql,
        points: points - before.points,
        writes: writes - before.writes,
      });
    }
  }

  /** How the work ends after an error; null: the facts were stale, and it starts over at once. */
  async function endOf(
    claim: Claim,
    error: unknown,
    stale: number,
  ): Promise<[ReconcileOutcome, Outcome | null] | null> {
    const meaning = meaningOf(error);
    switch (meaning.is) {
      case "taken over":
        return ["lost", null];
      case "stale":
        if (stale < MOST_STALE) return null;
        break;
      case "limited":
        limits.set(claim.installationId, meaning.until);
        return ["rate limited", limited(claim, meaning.until, clock.now())];
      case "preempted":
        return ["preempted", later(claim, 0)];
      case "throttled": {
        const { until, seconds } = meaning;
        return ["throttled", until === null ? later(claim, seconds) : limited(claim, until, clock.now())];
      }
      case "not visible yet":
        return ["not visible yet", later(claim, meaning.seconds)];
      case "place gone":
        await options.onUnknownRepository(claim.installationId).catch(() => {});
        // Its new installation has the work; here it would fail for a day.
        if (await isTransferred(store.db, claim.installationId, claim.repositoryId))
          return ["left alone", succeeded(claim)];
        break;
    }
    const workOutcome = failed(claim, error, Math.random());
    return [workOutcome.parked ? "parked" : "failed", workOutcome];
  }

  return async function process(claim: Claim, checkLease: () => Promise<LeaseStatus>): Promise<Outcome | null> {
    const started = performance.now();
    let requests = NONE;
    const count = (more: ReconcileReport["requests"]) => {
      requests = {
        rest: requests.rest + more.rest,
        graphql: requests.graphql + more.graphql,
        points: requests.points + more.points,
        writes: requests.writes + more.writes,
      };
    };
    const report = (outcome: ReconcileOutcome, writes: number, error: unknown = null) =>
      options.onReconcile({ claim, outcome, seconds: (performance.now() - started) / 1000, writes, requests, error });
    for (let stale = 1; ; stale++) {
      try {
        const { outcome, writes, again, againAt = null } = await attempt(claim, checkLease, count);
        report(outcome, writes);
        return again === null ? { ...succeeded(claim), againAt } : later(claim, again.seconds, again.isTry);
      } catch (error) {
        const end = await endOf(claim, error, stale);
        if (end === null) {
          continue;
        }
        const [outcome, workOutcome] = end;
        const isFailure = outcome === "failed" || outcome === "parked";
        report(outcome, isFailure ? 0 : requests.writes, error);
        return workOutcome;
      }
    }
  };
}
