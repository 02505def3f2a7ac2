import type { Automation } from "../automations/automation.ts";
import type { App } from "../github/app.ts";
import { GaveWay, type Held, LostTarget } from "../github/apply/index.ts";
import type { RequestCount } from "../github/client.ts";
import { NotFound, Paced, RateLimited, StaleFacts } from "../github/errors.ts";
import { gated } from "../github/gated.ts";
import { findInstallation } from "../store/installations.ts";
import type { Claim, Ending } from "../store/looks.ts";
import { recallKeys } from "../store/memories.ts";
import { findRepository } from "../store/repositories.ts";
import type { Store } from "../store/store.ts";
import { accessFor } from "./access.ts";
import type { Clock } from "./clock.ts";
import { spendCreation } from "./creations.ts";
import { answered, failed, limited } from "./ending.ts";
import { type LookResult, runLook } from "./look.ts";
import { missingPermissions } from "./missing-permissions.ts";
import { NOTICE, permissionNotice } from "./permissions/notice.ts";

/** For the metrics and the log. */
export type LookOutcome =
  | "written"
  | "unchanged"
  | "off"
  | "left alone"
  | "no permission"
  | "rate limited"
  | "paced"
  | "gave way"
  | "failed"
  | "parked"
  | "lost";

export interface CarryOptions {
  readonly store: Store;
  readonly app: App;
  readonly automations: readonly Automation[];
  readonly clock: Clock;
  readonly webUrl: string;
  readonly onLook: (report: LookReport) => void;
  /** After a look that went well: what its configuration means for schedules. */
  readonly onLooked: (claim: Claim, result: LookResult) => Promise<void>;
  /** GitHub does not know the installation or repository by what our books say. */
  readonly onStranger: (installationId: number) => Promise<void>;
  /** An automation is off here for want of permissions. */
  readonly onUnpermitted: (claim: Claim) => Promise<void>;
  readonly look?: typeof runLook;
}

export interface LookReport {
  readonly claim: Claim;
  readonly outcome: LookOutcome;
  readonly seconds: number;
  readonly writes: number;
  readonly requests: Readonly<RequestCount>;
  readonly error: unknown;
}

/** Facts that change under a look: look again at once, but not for ever. */
const MOST_STALE = 5;
const NONE = { rest: 0, graphql: 0, points: 0, writes: 0 };

/** Carries claimed looks out; see `Carry` in worker.ts. */
export function createCarry(options: CarryOptions) {
  const { store, app, clock } = options;
  const look = options.look ?? runLook;
  /** Installations whose limit is reached, and until when by GitHub's clock: their looks need not ask to be told so. */
  const limits = new Map<number, RateLimited>();

  /** Throws the limit that this installation is known to have reached. */
  function respectLimit(installationId: number): void {
    const limit = limits.get(installationId);
    if (limit !== undefined && limit.retryAt > clock.now()) {
      throw limit;
    }
    limits.delete(installationId);
  }

  async function attempt(
    claim: Claim,
    hold: () => Promise<Held>,
    count: (requests: LookReport["requests"]) => void,
  ): Promise<{ outcome: LookOutcome; writes: number }> {
    const { installationId, repositoryId } = claim;
    const automation = options.automations.find((one) => one.name === claim.automation);
    const isNotice = claim.automation === NOTICE;
    const installation = await findInstallation(store.db, installationId);
    const repository = await findRepository(store.db, installationId, repositoryId);
    if (!(automation || isNotice) || !installation || !repository || installation.suspended || repository.archived) {
      return { outcome: "left alone", writes: 0 };
    }
    respectLimit(installationId);
    const { github, permissions } = await accessFor(app, automation, installation);
    const looking = automation ?? permissionNotice(permissions, options.automations);
    if (missingPermissions(looking, permissions).length > 0) {
      if (!isNotice) {
        await options.onUnpermitted(claim);
      }
      return { outcome: "no permission", writes: 0 };
    }
    try {
      // Another look may meet the limit meanwhile, and going on risks a ban: asked before each request, read or write.
      const limitedGitHub = gated(github, () => respectLimit(installationId));
      const result = await look({
        github: limitedGitHub,
        repository,
        automation: looking,
        target: claim.target,
        now: clock.now(),
        webUrl: options.webUrl,
        apply: true,
        writing: { hold, spend: (creation) => spendCreation(store, installationId, clock.now(), creation) },
        memory: { recall: (prefix) => recallKeys(store.db, claim, prefix) },
      });
      await options.onLooked(claim, result);
      if (result.off) {
        return { outcome: "off", writes: 0 };
      }
      return { outcome: result.plan.length > 0 ? "written" : "unchanged", writes: result.plan.length };
    } finally {
      count(github.requests);
    }
  }

  return async function carry(claim: Claim, hold: () => Promise<Held>): Promise<Ending | null> {
    const started = performance.now();
    let requests = NONE;
    const count = (more: LookReport["requests"]) => {
      requests = {
        rest: requests.rest + more.rest,
        graphql: requests.graphql + more.graphql,
        points: requests.points + more.points,
        writes: requests.writes + more.writes,
      };
    };
    const report = (outcome: LookOutcome, writes = 0, error: unknown = null) =>
      options.onLook({ claim, outcome, seconds: (performance.now() - started) / 1000, writes, requests, error });
    for (let stale = 1; ; stale++) {
      try {
        const { outcome, writes } = await attempt(claim, hold, count);
        report(outcome, writes);
        return answered(claim);
      } catch (error) {
        if (error instanceof LostTarget) {
          report("lost");
          return null;
        }
        if (error instanceof StaleFacts && stale < MOST_STALE) {
          continue;
        }
        if (error instanceof RateLimited) {
          limits.set(claim.installationId, error);
          report("rate limited", 0, error);
          return limited(claim, error.retryAt, clock.now());
        }
        if (error instanceof GaveWay) {
          report("gave way", requests.writes);
          return limited(claim, clock.now(), clock.now());
        }
        if (error instanceof Paced) {
          report("paced", requests.writes, error);
          return limited(claim, error.retryAt, clock.now());
        }
        if (error instanceof NotFound) {
          await options.onStranger(claim.installationId).catch(() => {});
        }
        const ending = failed(claim, error, Math.random());
        report(ending.parked ? "parked" : "failed", 0, error);
        return ending;
      }
    }
  };
}
