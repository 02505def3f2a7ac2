import type { Commands } from "../commands/declaration.ts";
import type { LoadedConfig } from "../config/loaded.ts";
import type { SreConfig } from "../config/schema.ts";
import type { OwnSection, SectionName } from "../config/section-of.ts";
import type { Sentence } from "../config/text/sentence.ts";
import type { Plan } from "../github/actions.ts";
import type { Permissions } from "../github/app.ts";
import type { Given, Refusal } from "../github/apply/registry.ts";
import type { GitHub, Self } from "../github/client.ts";
import type { InstallationRepositories } from "../github/installation-repositories.ts";
import type { ShownShipping } from "../metrics/attribution/shipping.ts";
import type { Counting } from "../metrics/counting.ts";
import type { Overview, OverviewPeriods } from "../metrics/overview.ts";
import type { Window } from "../metrics/settings.ts";
import type { RecordBook, Recording } from "../records/book.ts";
import type { Summarized } from "../records/summary.ts";
import type { OrgTable } from "./org-table.ts";
import type { TargetCodec } from "./target-codec.ts";

/** What is reconciled, within one repository and one automation, as its codec writes it: `lanes`, `pull/12`, `default`. */
export type Target = string & { readonly __target?: never };

/** A repository is known by its id, which survives renames and transfers; the name is for the API and for people. */
export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
}

/** A webhook, parsed at the edge. It never carries the truth: it only says what to reconcile again. */
export interface WebhookEvent {
  /** `X-GitHub-Event` */
  readonly name: string;
  readonly action: string | null;
  readonly installationId: number;
  readonly repository: Repository;
  /** Login of whoever triggered it; null for events without a sender. */
  readonly sender: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A webhook about an account that Detoil is installed on and none of its repositories: a project, a team, the organization. */
export interface AccountEvent extends Omit<WebhookEvent, "repository"> {
  /** Its login; null where the webhook does not name it. */
  readonly account: string | null;
}

/** Where an event of an account makes a target stale: one repository, or each one in which the automation is on. */
interface AccountTarget {
  readonly repositoryId: number | "each";
  readonly target: Target;
}

/** A reconciliation that runs on a schedule. */
interface Schedule {
  readonly target: Target;
  /** Five cron fields, in `timezone`. */
  readonly cron: string;
  readonly timezone: string;
}

/** Everything a decision may know besides the facts; `Name`: the section of the automation that decides. */
export interface ReconcileContext<Name extends SectionName | null = SectionName | null> {
  readonly repository: Repository;
  readonly target: Target;
  readonly now: Date;
  readonly self: Self;
  readonly section: OwnSection<Name>;
  /** What the installation has granted, of what the App asks for; null: not known, as with a person's token. */
  readonly granted: Permissions | null;
  /** The configuration in force: time zone, language, calendar, and what other automations are asked for. */
  readonly config: SreConfig;
  readonly loaded: LoadedConfig;
  /** Base of links in texts: `https://github.com`, or the GHES host. */
  readonly webUrl: string;
  /** Writes of this target that GitHub refuses: reported where the team looks, with the remedy. Empty in a preview. */
  readonly refusals: readonly Refusal[];
}

/** A target of another automation that this one has changed, or found something for. */
export interface Wake {
  /** Its name. */
  readonly automation: string;
  readonly target: Target;
  /** Until then something else is expected to ask for it; null: nothing is. A preview does not wait. */
  readonly notBefore: Date | null;
}

type Access = "read" | "write";

/** Something that was created, and the number and id that GitHub gave it. */
interface Creation extends Given {
  /** The action's name for it: `task/5/freeze`. */
  readonly identity: string;
  readonly ageSeconds: number;
}

interface Observed {
  readonly key: string;
  readonly value: unknown;
  readonly ageSeconds: number;
}

/** A name of something that is kept, with its type. */
export interface Kept<Value> {
  readonly name: string;
  /** Never set. */
  readonly _value?: Value;
}

/** What this process read last of one repository, for one automation. Empty in a preview and at night, which read everything. */
export interface ReadCache {
  /** What was kept last under this name, if it was read under this key; null: something else, or nothing. */
  get<Value>(kept: Kept<Value>, key: string): Value | null;
  /** Kept for a day at most. `bytes`: its memory, roughly. */
  set<Value>(kept: Kept<Value>, key: string, value: Value, bytes: number): void;
}

/** What is known of the installation as a whole. */
export interface InstallationReads {
  /** Whether whoever runs Detoil lets it offer what nobody asked for. */
  readonly offers: boolean;
  /** Which repositories it is for; null: these credentials are not told. */
  repositories(): Promise<InstallationRepositories | null>;
  /** Reads any of them. */
  reader(): Promise<GitHub>;
  /**
   * Ids of the repositories that this automation has chosen, once and for all, and at most `most`. As long as there is room,
   * `choose` is asked for more, best first; a preview chooses anew.
   */
  chosen(
    most: number,
    choose: (taken: ReadonlySet<number>) => Promise<readonly number[]>,
  ): Promise<ReadonlySet<number>>;
}

/** What GitHub's lists do not show yet, or no longer show, for one repository and automation. Empty in a preview. */
export interface Observations {
  /** The keys with this prefix. */
  keys(prefix: string): Promise<readonly string[]>;
  /** What Detoil created in the last 30 days under an identity with this prefix, whatever the lists show. */
  created(prefix: string): Promise<readonly Creation[]>;
  /** What webhooks reported, with its age. */
  observed(prefix: string): Promise<readonly Observed[]>;
  /** Deletes these keys, which are no longer needed. */
  drop(keys: readonly string[]): Promise<void>;
  readonly cache: ReadCache;
  readonly installation: InstallationReads;
  /** What `records` has added of this repository so far; in a preview, since it began. */
  readonly book: RecordBook;
  /** What an automation found last in each repository of the installation: see `summary`. */
  summaries(automation: string): Promise<readonly Summarized[]>;
  /** What a team is shown of these periods: of the book's records, as `counting` says. */
  overview(counting: Counting, periods: OverviewPeriods): Promise<Overview>;
  /** The changes whose deployment finished in this window. */
  shipped(counting: Counting, window: Window): Promise<readonly ShownShipping[]>;
}

/** Targets that have the numbers of something on GitHub. */
export interface Numbered {
  readonly of: "pull request" | "issue or pull request" | "milestone";
  target(number: number): Target;
}

export interface Automation<Name extends SectionName | null = SectionName | null, Facts = unknown> {
  /** What `preview`, metrics and the work queue call it: `release-pr`. */
  readonly name: string;
  /** What its page calls it, for people: `Release pull requests`. */
  readonly part: Sentence;
  /** Its section of sre.yml; the automation is off where it is absent. null: always on. */
  readonly section: Name;
  /** Permissions of app.yml that it needs; a missing one switches it off, and one issue says so. */
  readonly permissions: Readonly<Record<string, Access>>;
  /** Permissions that it uses where they are granted, and can do without. */
  readonly optional?: Readonly<Record<string, Access>>;
  /** Pure: the optional ones without which it cannot do all that sre.yml asks for, and what is left out: one issue says so. */
  wants?(section: OwnSection<Name>): Readonly<Record<string, Sentence>>;
  /**
   * Write access that app.yml does not ask for: used where whoever registered the App has added it, by the box on the setup page
   * for example, and missing nowhere.
   */
  readonly whereGranted?: Readonly<Record<string, "write">>;
  /** Webhook events of app.yml that it subscribes to. */
  readonly events: readonly string[];
  readonly targets: TargetCodec<unknown>;
  /** Pure: what this webhook makes stale. */
  targetsFor(event: WebhookEvent, self: Self): readonly Target[];
  /** Pure: what an event without a repository makes stale, and in which repositories. Its sender may be Detoil itself. */
  targetsForAccount?(event: AccountEvent, self: Self): readonly AccountTarget[];
  /** Pure: keys of what GitHub forgets, for example a deletion. */
  observes?(event: WebhookEvent, self: Self): readonly string[];
  /** Prefixes of such keys that are of no use after weeks; the others are kept. */
  readonly forgets?: readonly string[];
  schedules?(section: OwnSection<Name>, config: SreConfig): readonly Schedule[];
  /** The targets that together cover everything: for the nightly reconciliation and `preview` without `--number`. */
  readonly allTargets: readonly Target[];
  /** What `preview --number N` is about; null: the targets are not reconciled one by one. */
  readonly numbered: Numbered | null;
  /** Reads GitHub; decides nothing. */
  gather(github: GitHub, context: ReconcileContext<Name>, observations: Observations): Promise<Facts>;
  /** Pure: what of these facts is to be recorded, before the plan. */
  records?(facts: Facts, context: ReconcileContext<Name>): Recording;
  /** Its table over an organization, for which `summary` says what there is to say of one repository. */
  readonly orgTable?: OrgTable;
  /** Pure: plain JSON; null: nothing new. */
  summary?(facts: Facts, context: ReconcileContext<Name>): unknown;
  /** Pure: the writes that are missing. */
  plan(facts: Facts, context: ReconcileContext<Name>): Plan;
  /** The targets that this reconciliation found, each to be reconciled on its own. */
  fanOut?(facts: Facts, context: ReconcileContext<Name>): readonly Target[];
  /** Pure: targets of other automations, to be reconciled once the plan is applied. */
  wakes?(facts: Facts, context: ReconcileContext<Name>): readonly Wake[];
  /** The commands that people give it in comments, and where; the automation `commands` answers them. */
  readonly commands?: Commands<unknown, ReconcileContext<Name>>;
  /** Pure: when to reconcile this target again if nothing else asks for it before; an event comes sooner. */
  again?(facts: Facts, context: ReconcileContext<Name>): Date | null;
  /**
   * For the terminal: why there was nothing to reconcile, or what these credentials may not see. null: nothing to say.
   * `isEmpty`: nothing is to be written.
   */
  emptyReason?(facts: Facts, context: ReconcileContext<Name>, isEmpty: boolean): string | null;
  /** The facts as `preview --json` prints them. */
  describe(facts: Facts, context: ReconcileContext<Name>): Readonly<Record<string, unknown>>;
}
