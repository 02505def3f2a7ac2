import type {
  Automation,
  InstallationReads,
  Observations,
  ReconcileContext,
  Repository,
  Target,
  Wake,
} from "../automations/automation.ts";
import { bareConfig } from "../config/bare.ts";
import type { ConfigFiles } from "../config/files.ts";
import { loadConfig } from "../config/load.ts";
import type { LoadedConfig } from "../config/loaded.ts";
import { ownSection } from "../config/section-of.ts";
import type { Plan } from "../github/actions.ts";
import type { Permissions } from "../github/app.ts";
import { contentHash } from "../github/apply/content-hash.ts";
import { type Applied, type ApplyOptions, apply, startApplying } from "../github/apply/index.ts";
import type { Refusal } from "../github/apply/registry.ts";
import type { GitHub } from "../github/client.ts";
import { configFiles } from "../github/config-files.ts";
import { meaningOf } from "../github/error-meaning.ts";
import { Throttled } from "../github/errors.ts";
import { readInstallationRepositories } from "../github/installation-repositories.ts";
import { countedHistory } from "../metrics/counting.ts";
import { overviewOf } from "../metrics/overview.ts";
import { shippedIn } from "../metrics/report.ts";
import type { Recording, WritableBook } from "../records/book.ts";
import { memoryBook } from "../records/memory-book.ts";

/** What is computed from records. */
type Computed = Pick<Observations, "overview" | "shipped">;

/** What earlier reconciliations noted, apart from their records. */
export type Memory = Omit<Observations, "book" | "installation" | keyof Computed>;

export interface ReconcileRequest {
  readonly github: GitHub;
  readonly repository: Repository;
  readonly automation: Automation;
  readonly target: Target;
  readonly now: Date;
  /** What the installation has granted; absent: not known. */
  readonly granted?: Permissions | null;
  /** `https://github.com`, or the GHES host: for links in texts. */
  readonly webUrl: string;
  /** false: a preview; nothing is written. */
  readonly apply: boolean;
  /** A preview's: the facts are described for people. Work on GitHub must not depend on it. */
  readonly describes?: true;
  /** What is checked before writes. */
  readonly writing?: ApplyOptions;
  /** A configuration to try; absent: the one in force, which is read. */
  readonly loaded?: LoadedConfig;
  /** How it is read; absent: from GitHub. */
  readonly load?: (files: ConfigFiles) => Promise<LoadedConfig>;
  /** Absent in a preview, which remembers nothing. */
  readonly memory?: Memory;
  /** Absent: what the client itself is told of its installation. */
  readonly installation?: InstallationReads;
  /** Where records are kept; absent: nowhere beyond this reconciliation. */
  readonly book?: WritableBook;
  /** Reads what was computed from them; absent: it is computed anew from all of them. */
  readonly computed?: Computed;
  /** What GitHub refused earlier. */
  readonly refusals?: readonly Refusal[];
  /** Hears of refusals that sre.yml no longer asks for. */
  readonly onObsolete?: (refusals: readonly Refusal[]) => Promise<void>;
}

export interface ReconcileResult {
  readonly loaded: LoadedConfig;
  /** The automation is off here: its section is absent. `facts` is null and the plan empty. */
  readonly off: boolean;
  /** The facts, as `preview --json` prints them; null: not asked for, or the automation is off. */
  readonly facts: Readonly<Record<string, unknown>> | null;
  readonly plan: Plan;
  /** What became of the plan; null: it was not to be applied. */
  readonly applied: Applied | null;
  /** Why there was nothing to reconcile, for the terminal; null: there was. */
  readonly emptyReason: string | null;
  /** Further targets that it found. */
  readonly fanOut: readonly Target[];
  /** Targets of other automations to reconcile after it. */
  readonly wakes: readonly Wake[];
  /** When the target wants to be reconciled again although nothing happens; null: it does not. */
  readonly again: Date | null;
}

/** The plan is carried out in part: the rest goes a moment later, without reading everything again. */
export class Interrupted extends Throttled {
  readonly resume: (writing: ApplyOptions) => Promise<ReconcileResult>;
  constructor({ retryAt, seconds }: Throttled, resume: Interrupted["resume"]) {
    super(retryAt === null ? { seconds } : { retryAt });
    this.name = "Interrupted";
    this.resume = resume;
  }
}

const noRecords = memoryBook();

/** A preview's: nothing is remembered, and the token may be a person's. */
export function installationRead(github: GitHub, offers: boolean): InstallationReads {
  return {
    offers,
    reader: async () => github,
    repositories: () =>
      readInstallationRepositories(github).catch((error: unknown) => {
        if (meaningOf(error).is === "not permitted") return null;
        throw error;
      }),
    chosen: async (most, choose) => new Set((await choose(new Set())).slice(0, most)),
  };
}

/** A preview's. */
export const noObservations: Observations = {
  keys: async () => [],
  created: async () => [],
  observed: async () => [],
  summaries: async () => [],
  drop: async () => {},
  cache: { get: () => null, set() {} },
  installation: {
    offers: true,
    repositories: async () => null,
    reader: () => Promise.reject(new Error("there is no installation to read")),
    chosen: async () => new Set(),
  },
  book: noRecords,
  ...computedFrom(noRecords),
};

function computedFrom(book: WritableBook): Computed {
  return {
    overview: async (counting, periods) =>
      overviewOf(countedHistory(await book.all(), counting), counting.settings, periods),
    shipped: async (counting, window) => shippedIn(countedHistory(await book.all(), counting), window),
  };
}

/**
 * One reconciliation: what does sre.yml say, what does GitHub show, which writes are missing, write them.
 * Throws the kinds of github/errors.ts, `StaleFacts`, `LostTarget` and `Interrupted`; the engine decides what each of them
 * means.
 */
export async function reconcile(request: ReconcileRequest): Promise<ReconcileResult> {
  const { github, repository, automation, target, now, webUrl } = request;
  const loaded = request.loaded ?? (await (request.load ?? loadConfig)(configFiles(github, repository)));
  const own = ownSection(loaded.config, automation.section);
  if (own === null) {
    return {
      loaded,
      off: true,
      facts: null,
      plan: [],
      applied: null,
      emptyReason: null,
      fanOut: [],
      wakes: [],
      again: null,
    };
  }
  const context: ReconcileContext = {
    repository,
    target,
    now,
    self: github.self,
    granted: request.granted ?? null,
    ...own,
    config: loaded.config ?? { ...bareConfig, language: loaded.language },
    loaded,
    webUrl,
    refusals: request.refusals ?? [],
  };
  const book = request.book ?? memoryBook();
  const computed = request.computed ?? computedFrom(book);
  const installation = request.installation ?? installationRead(github, true);
  const memory = request.memory ?? noObservations;
  const facts = await automation.gather(github, context, { ...memory, installation, book, ...computed });
  const recording = recordingOf(automation, facts, context);
  if (recording !== null) await book.record(recording);
  const { plan, obsolete } = planWith(automation, facts, context);
  if (obsolete.length > 0) await request.onObsolete?.(obsolete);
  const result: ReconcileResult = {
    loaded,
    off: false,
    facts: request.describes === true ? automation.describe(facts, context) : null,
    plan,
    applied: null,
    emptyReason:
      request.describes === true ? (automation.emptyReason?.(facts, context, plan.length === 0) ?? null) : null,
    fanOut: automation.fanOut?.(facts, context) ?? [],
    wakes: automation.wakes?.(facts, context) ?? [],
    again: automation.again?.(facts, context) ?? null,
  };
  if (!request.apply || plan.length === 0) return result;
  const progress = startApplying(github, { owner: repository.owner, repo: repository.name }, plan);
  const carryOut = async (writing: ApplyOptions): Promise<ReconcileResult> => {
    try {
      return { ...result, applied: await apply(progress, writing) };
    } catch (error) {
      throw error instanceof Throttled ? new Interrupted(error, carryOut) : error;
    }
  };
  return carryOut(request.writing ?? {});
}

/** What is to be kept: records, and what the organization's table says. */
function recordingOf(automation: Automation, facts: unknown, context: ReconcileContext): Recording | null {
  const recording = automation.records?.(facts, context) ?? null;
  const value = automation.summary?.(facts, context) ?? null;
  if (value === null) return recording;
  const { isPrivate } = context.loaded;
  const summary = { kind: automation.name, at: context.now.getTime(), value, isPrivate };
  return { readings: [], cursors: [], ...recording, summary };
}

/**
 * The plan that knows what GitHub refuses, and the refusals that it no longer meets: what sre.yml no longer asks for
 * is no longer reported. A refused part (a login) is the automation's to judge: the plan does not ask for it again.
 */
function planWith(automation: Automation, facts: unknown, context: ReconcileContext) {
  const plan = automation.plan(facts, context);
  const hashes = new Set(context.refusals.length === 0 ? [] : plan.map(contentHash));
  const obsolete = context.refusals.filter(({ part, hash }) => part === null && !hashes.has(hash));
  if (obsolete.length === 0) return { plan, obsolete };
  const refusals = context.refusals.filter((refusal) => !obsolete.includes(refusal));
  return { plan: automation.plan(facts, { ...context, refusals }), obsolete };
}
