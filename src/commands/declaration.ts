import type { LoadedConfig } from "../config/loaded.ts";
import type { Language, SreConfig } from "../config/schema.ts";
import { ownSection, type SectionName } from "../config/section-of.ts";
import type { CreateComment, Plan } from "../github/actions.ts";
import type { GitHub, Self } from "../github/client.ts";
import type { RepoRef } from "../github/repo-ref.ts";
import type { Page } from "../markdown/signature.ts";
import type { Conversation } from "./conversation.ts";
import type { Pending } from "./pending.ts";
import type { Command } from "./read-commands.ts";

/** Who may give a command although they may not write to the repository. */
export type Role = "assignee" | "asked" | "author";

/** A command that works in some places. */
export interface Verb {
  /** In lower case. */
  readonly word: string;
  /** An example as it is typed: `/sre snooze 2 business days`. */
  readonly usage: string;
  /** What it does, without a full stop: "closes the task", 「タスクをクローズします」. */
  readonly about: Readonly<Record<Language, string>>;
  /** Who may give it besides people with write access. */
  readonly also: readonly Role[];
}

/** What an automation's conversations are to it: a word means an open request first, and the task after that. */
const claimOrder = ["request", "task"] as const;
type Claim = (typeof claimOrder)[number];

/** Where an automation's commands work, in one language. Markdown. */
export interface ClaimText {
  /** "the issue of a milestone task" */
  readonly place: string;
  /** "the issues of milestone tasks" */
  readonly places: string;
  /** What a command is about, at the start of a line: "The task". */
  readonly subject: string;
  /** Added where one of its words is given elsewhere. A sentence. */
  readonly hint?: string;
  /** Its section is absent in sre.yml. `file`: sre.yml as a link or a path. */
  switchOn(file: string): string;
}

/** What a plan may know besides the facts. */
export interface CommandsContext {
  readonly repository: RepoRef;
  readonly now: Date;
  readonly self: Self;
  readonly config: SreConfig;
  /** broken: without errors more of sre.yml might be on. */
  readonly loaded: Pick<LoadedConfig, "state">;
  /** Base of links in texts. */
  readonly webUrl: string;
}

/** What became of one command. */
export interface Executed {
  readonly line: string;
  /** The present state instead, for a command that was carried out before, and whose reply was lost. */
  readonly present: string;
  /** The subject after it; null: it changed nothing. */
  readonly next: Subject | null;
  /** What `line` says was created: if GitHub refuses it, there is no reply, and the next attempt knows of the refusal. */
  readonly needs?: CreateComment["needs"];
  /** The language of `line`, where it is not the one of sre.yml. */
  readonly language?: Language;
}

/** What the commands of a conversation act on, and how it stands after those before. Pure. */
export interface Subject {
  readonly people: Readonly<Partial<Record<Role, readonly string[]>>>;
  /** The latest comment whose commands were carried out, though its reply may be missing; 0: none. */
  readonly processed: number;
  /** The verbs that help and suggestions name: those that work here at the moment. */
  readonly offered: readonly Verb[];
  /** In place of the list of verbs. */
  readonly help: string | null;
  execute(command: Command, who: string): Executed;
  /** The writes for everything that was changed; `processed`: the latest comment that changed something. */
  writes(processed: number): Plan;
}

/** The commands of one automation. */
export interface Commands<Facts = unknown, Context extends CommandsContext = CommandsContext> {
  /** Pure: whether the conversation is one of its own, as sre.yml says; null: it is not. */
  claims(conversation: Conversation, context: Context): Claim | null;
  /** Its verbs work in every conversation, whatever claims it, and are about none. */
  readonly everywhere?: true;
  readonly verbs: readonly Verb[];
  readonly text: Readonly<Record<Language, ClaimText>>;
  /** The page of docs that explains them. */
  readonly page: Page;
  /** Permissions that its verbs use, of those that the automation can do without. */
  readonly uses: readonly string[];
  /** Write access that only its verbs use, where whoever registered the App has added it: app.yml does not ask for it. */
  readonly whereGranted?: Readonly<Record<string, "write">>;
  /** Reads what its commands need to know, where one waits. Decides nothing. */
  gather(github: GitHub, context: Context, conversation: Conversation, pending: readonly Pending[]): Promise<Facts>;
  /** Pure. */
  subject(facts: Facts, context: Context): Subject;
  /** Pure: its targets to reconcile once a command has changed something. */
  stale(conversation: Conversation): readonly string[];
}

/** An automation with commands. */
export interface Declared<Context extends CommandsContext = CommandsContext> {
  readonly name: string;
  /** Its section of sre.yml; its commands are off where it is absent. */
  readonly section: SectionName | null;
  readonly commands: Commands<unknown, Context>;
}

/** The automations that claim a conversation: those with a request first, otherwise in the order of the list. */
export function claimantsOf<Context extends CommandsContext>(
  conversation: Conversation,
  declared: readonly Declared<Context>[],
  context: Context,
): readonly Declared<Context>[] {
  return claimOrder.flatMap((claim) =>
    declared.filter(({ commands }) => commands.claims(conversation, context) === claim),
  );
}

/** Whether sre.yml has the automation's section. */
export function isOn({ section }: Pick<Declared, "section">, { config }: Pick<CommandsContext, "config">): boolean {
  return ownSection(config, section) !== null;
}
