import type { Action, Plan } from "../actions.ts";
import type { GitHub } from "../client.ts";
import { isRefusal, isRefused } from "../error-meaning.ts";
import { LostTarget, NotVisibleYet, Preempted } from "../errors.ts";
import { textHash } from "../hash.ts";
import { kindOf } from "./action-registry.ts";
import { isThere, takeAsMade } from "./already-made.ts";
import { type Applying, numberOf, type RepoRef, withNumbers } from "./applying.ts";
import { type CarriedOut, carriedOut } from "./carried-out.ts";
import { contentHash } from "./content-hash.ts";
import { refsIn } from "./refs-in.ts";
import { isCertainlyNotMade, isTransient, partRefusals, refusalOf } from "./refusal.ts";
import type { Given, Refusal, Registry } from "./registry.ts";
import { type WriteKind, writeKindOf } from "./write-kind.ts";

/** `urgent`: still held, but a person has requested something since the reconciliation began. */
export type LeaseStatus = "kept" | "urgent" | "lost";

export interface ApplyOptions {
  /**
   * Called before each write. Does this worker still hold the lease? A worker that was believed dead must not write beside
   * the one that took over. Is a person waiting by now? Then everything else stops.
   */
  readonly checkLease?: () => Promise<LeaseStatus>;
  /** Called before each write. Throws `Throttled` if there is no room for it. */
  readonly reserve?: (write: WriteKind) => Promise<void>;
  /** Absent: nothing is recorded, and GitHub's lists are trusted. */
  readonly registry?: Registry;
}

/** How far a plan was applied; `apply` continues where it stopped. */
export interface Progress extends Applying {
  readonly plan: Plan;
  next: number;
  written: number;
  readonly refused: Refusal[];
  again: number | null;
  /** Refusals in a row that no wrong field explains. */
  unexplained: number;
  /** By number: the text from which this plan's texts were computed. */
  readonly bases: Map<number, string>;
}

/** The result of applying a plan. */
export interface Applied {
  /** Actions that were applied. */
  readonly written: number;
  /** What GitHub refused this time; known refusals were not requested again. */
  readonly refused: readonly Refusal[];
  /** Seconds until the target should be reconciled again in any case; null: no need. */
  readonly again: number | null;
}

/** What was made shows in lists within seconds, unevenly (thevibeworks/claude-reads-hn#1522). */
const LAG_SECONDS = 5;
/** GitHub's own advice for a transient refusal is to try again. */
const TRANSIENT_SECONDS = 3;
/** So many 403 or 404 in a row do not refuse single writes: a permission, or the repository, is gone. */
const MOST_UNEXPLAINED = 3;

/** The result of an action that creates nothing, or nothing with a number. */
const NOTHING: Given = { number: null, id: null };

export function startApplying(github: GitHub, repo: RepoRef, plan: Plan): Progress {
  const given = { refs: new Map<string, number>(), ids: new Map<string, number>(), lost: new Set<string>(), parts: [] };
  return {
    github,
    repo,
    plan,
    ...given,
    next: 0,
    written: 0,
    refused: [],
    again: null,
    unexplained: 0,
    bases: new Map(),
  };
}

/**
 * Applies a plan, action by action, in order; may be called again after `Throttled`. A refused action stops only what
 * depends on it. Throws `StaleFacts` if something changed since the plan was made, `NotVisibleYet` if an earlier response
 * was lost and it is not known yet whether something was created, and the kinds of errors.ts if GitHub fails. What was
 * written until then stays, and the next reconciliation sees it.
 */
export async function apply(progress: Progress, options: ApplyOptions = {}): Promise<Applied> {
  const recent = (await options.registry?.recent()) ?? new Map<string, Given>();
  for (; progress.next < progress.plan.length; progress.next += 1) {
    const action = progress.plan[progress.next];
    if (action !== undefined) await applyOne(progress, action, recent, options);
  }
  const { written, refused, again } = progress;
  return { written, refused, again };
}

async function applyOne(
  progress: Progress,
  action: Action,
  recent: ReadonlyMap<string, Given>,
  options: ApplyOptions,
): Promise<void> {
  const { registry } = options;
  const hash = contentHash(action);
  const dependsOnLost = refsIn(action).some((ref) => progress.lost.has(ref));
  if (dependsOnLost || registry?.refusals.has(hash) === true) return leaveOut(progress, action);
  const lease = (await options.checkLease?.()) ?? "kept";
  if (lease === "lost") throw new LostTarget();
  if (lease === "urgent" && action.answers !== true) throw new Preempted();
  const kind = kindOf(action);
  const identity = kind.creates?.(progress, action) ?? null;
  const known = identity === null ? undefined : recent.get(identity);
  if (known !== undefined && (await isThere(progress, action, known, hash))) return seeLater(progress, action, known);
  await options.reserve?.(writeKindOf(action));
  const claims = identity !== null && kind.once === true;
  if (claims) {
    const once = action.action === "create-comment" && action.once === true;
    const claim = await registry?.claim(identity, { once });
    if (claim?.kind === "made") {
      // Another look would not see it either, and the one after that: nothing would end them.
      if (!claim.lagging) return takeAsMade(progress, action, claim.given);
      return seeLater(progress, action, claim.given);
    }
    // Later actions may depend on it without naming it, by recording that it is done. So all of them wait.
    if (claim?.kind === "unsure") throw new NotVisibleYet(`what was requested as ${identity}`, claim.seconds);
  }
  progress.parts.length = 0;
  await announceWriting(progress, action, registry);
  try {
    const given = (await kind.apply(progress, action)) ?? NOTHING;
    progress.written += 1;
    progress.unexplained = 0;
    carriedOut.publish({ repo: progress.repo, action, given } satisfies CarriedOut);
    if (identity !== null) await registry?.made(identity, { ...given, hash });
    // A removed item may be created again at once.
    const removed = kind.removes?.(action);
    if (removed !== undefined) await registry?.unclaim(removed);
    rememberCreated(progress, action, given);
    for (const part of partRefusals(progress, action, identity, hash)) await refuse(progress, part, registry);
  } catch (error) {
    if (claims && isCertainlyNotMade(error)) await registry?.unclaim(identity);
    if (!isRefusal(error)) throw error;
    leaveOut(progress, action);
    if (isTransient(error)) return tryAgainIn(progress, TRANSIENT_SECONDS);
    progress.unexplained = isRefused(error) ? 0 : progress.unexplained + 1;
    if (progress.unexplained >= MOST_UNEXPLAINED) throw error;
    await refuse(progress, refusalOf(progress, action, identity, hash, error), registry);
  }
}

async function refuse(progress: Progress, refusal: Refusal, registry: Registry | undefined): Promise<void> {
  progress.refused.push(refusal);
  await registry?.refused(refusal);
}

/**
 * Announces a new body and what it is computed from, so that a person's edit in between can be found, however and whenever
 * the write ends. A plan that writes one text several times read it only before the first write.
 */
async function announceWriting(progress: Progress, action: Action, registry: Registry | undefined): Promise<void> {
  if (action.action !== "update-issue" && action.action !== "update-pull-request") return;
  if (action.body === undefined) return;
  const number = numberOf(progress, action.number);
  const basis = progress.bases.get(number) ?? action.expects?.body ?? null;
  if (basis === null) return;
  progress.bases.set(number, basis);
  const text = withNumbers(progress, action.body);
  const textOf = "textOf" in action ? action.textOf : undefined;
  await registry?.writing(number, { basis: textHash(basis), text: textHash(text) }, textOf);
}

/** A text that this plan created is what its later texts of the same issue or pull request are computed from. */
function rememberCreated(progress: Progress, action: Action, { number }: Given): void {
  if ((action.action !== "create-issue" && action.action !== "create-pull-request") || number === null) return;
  progress.bases.set(number, withNumbers(progress, action.body));
}

/** What waits for this action waits too. */
function leaveOut(progress: Progress, action: Action): void {
  if ("ref" in action) progress.lost.add(action.ref);
}

/** It exists although the plan did not see it; once lists show it, another plan updates it. */
function seeLater(progress: Progress, action: Action, given: Given): void {
  takeAsMade(progress, action, given);
  tryAgainIn(progress, LAG_SECONDS);
}

function tryAgainIn(progress: Progress, seconds: number): void {
  progress.again = Math.max(progress.again ?? 0, seconds);
}
