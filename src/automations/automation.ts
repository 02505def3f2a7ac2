import type { LoadedConfig } from "../config/loaded.ts";
import type { SreConfig } from "../config/schema.ts";
import type { Plan } from "../github/actions.ts";
import type { Given, Refusal } from "../github/apply/registry.ts";
import type { GitHub, Self } from "../github/client.ts";

/** `permissions` is the engine's own: the issue about automations that are off for want of permissions. */
type AutomationName = "release-pr" | "milestone-tasks" | "commands" | "config" | "permissions";

/** What a look is about, within one repository and one automation: `lanes`, `pull/12`, `default`. */
export type Target = string & { readonly __target?: never };

/** A repository is known by its id, which survives renames and transfers; the name is for the API and for people. */
export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
}

/** A webhook, read at the edge. It never carries the truth: it only says what to look at again. */
export interface WebhookEvent {
  /** `X-GitHub-Event` */
  readonly name: string;
  readonly action: string | null;
  readonly installationId: number;
  readonly repository: Repository;
  /** Login of whoever did it; null for events without a sender. */
  readonly sender: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A look that the clock asks for. */
interface Schedule {
  readonly target: Target;
  /** Five fields, read in `timezone`. */
  readonly cron: string;
  readonly timezone: string;
}

/** Everything a decision may know besides the facts. */
export interface ReconcileContext {
  readonly repository: Repository;
  readonly target: Target;
  readonly now: Date;
  readonly self: Self;
  /** What is in force; for automations with a section it is present (`config.release` for `release`). */
  readonly config: SreConfig;
  readonly loaded: LoadedConfig;
  /** Links in texts: `https://github.com`, or the GHES host. */
  readonly webUrl: string;
  /** What GitHub refuses of this target's writes: told where the team looks, with the remedy. Empty in a preview. */
  readonly refusals: readonly Refusal[];
}

type Access = "read" | "write";

/** Something that was created, and what GitHub called it. */
interface Creation extends Given {
  /** As the action named it: `task/5/freeze`. */
  readonly identity: string;
  readonly ageSeconds: number;
}

interface Observed {
  readonly key: string;
  readonly value: unknown;
  readonly ageSeconds: number;
}

/** What GitHub's lists do not show yet, or no longer show, for one repository and automation. A preview remembers nothing. */
export interface Observations {
  /** The keys that begin so. */
  keys(prefix: string): Promise<readonly string[]>;
  /** What Detoil created in the last 30 days under an identity that begins so, whatever lists show. */
  created(prefix: string): Promise<readonly Creation[]>;
  /** What webhooks told, with its age. */
  observed(prefix: string): Promise<readonly Observed[]>;
  /** Forgets these keys, which are no longer of use. */
  drop(keys: readonly string[]): Promise<void>;
}

export interface Automation<Facts = unknown> {
  readonly name: AutomationName;
  /** Its section of sre.yml; absent there = off. null: always on. */
  readonly section: keyof SreConfig | null;
  /** Permissions of app.yml that it needs; a missing one switches it off, and one issue says so. */
  readonly permissions: Readonly<Record<string, Access>>;
  /** Permissions that it uses where they are granted, and can do without. */
  readonly optional?: Readonly<Record<string, Access>>;
  /** Webhook events of app.yml that wake it. */
  readonly events: readonly string[];
  /** Pure: what this webhook makes stale. */
  targetsFor(event: WebhookEvent, self: Self): readonly Target[];
  /** Pure: keys to remember of what GitHub forgets, a deletion for example. */
  observes?(event: WebhookEvent, self: Self): readonly string[];
  schedules(config: SreConfig): readonly Schedule[];
  /** The targets which together cover everything it looks at: for the nightly look and `preview` without `--number`. */
  readonly allTargets: readonly Target[];
  /** The target of `preview --number N`. */
  targetForNumber(number: number): Target;
  /** Reads GitHub; decides nothing. */
  gather(github: GitHub, context: ReconcileContext, memory: Observations): Promise<Facts>;
  /** Pure: the writes that are missing. */
  plan(facts: Facts, context: ReconcileContext): Plan;
  /** The targets that this look found, each to be looked at on its own. */
  fanOut?(facts: Facts): readonly Target[];
  /** For the terminal: why there was nothing to look at, or what these credentials may not see. null: nothing to say. */
  emptyReason?(facts: Facts, context: ReconcileContext): string | null;
  /** The facts as `preview --json` prints them. */
  describe(facts: Facts, context: ReconcileContext): Readonly<Record<string, unknown>>;
}
