import type { Language } from "../config/language.ts";
import type { Action, Plan } from "../github/actions.ts";
import type { Page } from "../markdown/signature.ts";
import { type Answer, receipt, refusal, reply } from "./answer.ts";
import { type Claimant, claimantsIn, everywhereIn, mayGive, routeOf } from "./claimant.ts";
import type { CommandsContext, Declared } from "./declaration.ts";
import { lineElsewhere } from "./elsewhere.ts";
import type { ConversationFacts } from "./facts.ts";
import type { Pending } from "./pending.ts";
import type { Command } from "./read-commands.ts";
import { messages } from "./text.ts";
import { HELP, helpText, spoken, unknownWord } from "./vocabulary.ts";

/** Where nothing claims the conversation. */
const ELSEWHERE = "milestone-tasks.md#commands" satisfies Page;

/** What came of the pending commands of a conversation. */
export interface Dispatched {
  readonly plan: Plan;
  /** Ids of the comments whose author may give none of their commands. */
  readonly refused: ReadonlySet<number>;
  /** Names of the automations whose commands changed something, now or in an earlier attempt. */
  readonly changed: ReadonlySet<string>;
}

/** Everything that a dispatch knows. `file`: sre.yml, as a link or a path. */
interface DispatchContext<Context extends CommandsContext> {
  readonly facts: ConversationFacts;
  readonly declared: readonly Declared<Context>[];
  readonly context: Context;
  readonly file: string;
}

/** One comment, carried out. `answers` is null: it was refused. */
interface Carried {
  readonly answers: readonly Answer[] | null;
  readonly claimants: Claimants;
  readonly changed: readonly string[];
  /** The page of what works everywhere and was asked for; null: nothing of that. */
  readonly page: Page | null;
  /** Of the last answer that has its own; null: sre.yml's. */
  readonly language: Language | null;
}

interface Claimants {
  /** Whose conversation it is. */
  readonly here: readonly Claimant[];
  /** What works in every one. */
  readonly everywhere: readonly Claimant[];
}

/**
 * Carries out the pending commands of a conversation, in order: receipts and refusals, then each claimant's writes, then one
 * reply a comment. A word means the first claimant that has it; see `claimantsOf`.
 */
export function dispatch<Context extends CommandsContext>(
  facts: ConversationFacts,
  declared: readonly Declared<Context>[],
  context: Context,
  file: string,
): Dispatched {
  const dispatchContext = { facts, declared, context, file };
  let claimants: Claimants = {
    here: claimantsIn(facts, declared, context),
    everywhere: everywhereIn(facts, declared, context),
  };
  const before: Action[] = [];
  const replies: Action[] = [];
  const refused = new Set<number>();
  const changed = new Set<string>();
  for (const pending of facts.pending) {
    const carried = carryOut(pending, claimants, dispatchContext);
    claimants = carried.claimants;
    for (const name of carried.changed) changed.add(name);
    if (carried.answers === null) refused.add(pending.comment.id);
    if (carried.answers === null) before.push(...refusal(pending.comment));
    else {
      before.push(...receipt(pending.comment));
      const says = `${messages(carried.language ?? context.config.language).footer} · ${file}`;
      const page = claimants.here[0]?.declared.commands.page ?? carried.page ?? ELSEWHERE;
      replies.push(reply(facts.conversation.number, pending.comment, carried.answers, { page, says }));
    }
  }
  const writes = claimants.here.flatMap(({ subject, processed }) =>
    processed === null ? [] : subject.writes(processed),
  );
  const plan = [...before, ...writes.map((action): Action => ({ ...action, answers: true })), ...replies];
  return { plan, refused, changed };
}

function carryOut<Context extends CommandsContext>(
  { comment, commands }: Pending,
  start: Claimants,
  dispatchContext: DispatchContext<Context>,
): Carried {
  const who = comment.author?.login ?? "";
  // What was carried out already was permitted then; it may have taken the conversation from its author.
  const isDone = (subject: Claimant["subject"]) => comment.id <= subject.processed;
  const isGiven = commands.map((command) => {
    const route = routeOf(command, [...start.here, ...start.everywhere]);
    const done = route === null ? start.here.some(({ subject }) => isDone(subject)) : isDone(route.claimant.subject);
    return done || mayGive(who, route, start.here, dispatchContext.facts);
  });
  if (!isGiven.includes(true)) return { answers: null, claimants: start, changed: [], page: null, language: null };
  const { language } = dispatchContext.context.config;
  const text = messages(language);
  const answers: Answer[] = [];
  const changed: string[] = [];
  let { here, everywhere } = start;
  let page: Page | null = null;
  let spokenIn: Language | null = null;
  for (const [at, command] of commands.entries()) {
    const route = routeOf(command, [...here, ...everywhere]);
    // Whoever may give one of the commands may ask for help beside it.
    if (route === null) {
      answers.push({ command, line: generalLine(command, here, dispatchContext) });
      continue;
    }
    if (isGiven[at] !== true) {
      answers.push({ command, line: text.notYours(spoken(command.word), route.verb.also) });
      continue;
    }
    const { declared, subject } = route.claimant;
    const { line, present, next, needs = [], language: own = null } = subject.execute(command, who);
    if (own !== null) spokenIn = own;
    if (everywhere.includes(route.claimant)) {
      page = declared.commands.page;
      answers.push({ command, line });
      // It is about nothing here, so nothing here has changed.
      everywhere = everywhere.map((one) => (one === route.claimant ? { ...one, subject: next ?? subject } : one));
      continue;
    }
    const answer = isDone(subject) ? present : line;
    const about = declared.commands.text[language].subject;
    answers.push({
      command,
      line: here.length < 2 ? answer : text.about(about, answer),
      needs: isDone(subject) ? [] : needs,
    });
    if (isDone(subject)) changed.push(declared.name);
    else if (next !== null) {
      changed.push(declared.name);
      const after = { ...route.claimant, subject: next, processed: comment.id };
      here = here.map((one) => (one === route.claimant ? after : one));
    }
  }
  return { answers, claimants: { here, everywhere }, changed, page, language: spokenIn };
}

/** The answer to help, and to a word that none of the claimants knows. */
function generalLine<Context extends CommandsContext>(
  { word }: Command,
  claimants: readonly Claimant[],
  { facts, declared, context, file }: DispatchContext<Context>,
): string {
  const { language } = context.config;
  const isElsewhere = declared.some(({ commands }) => commands.verbs.some((verb) => verb.word === word));
  if (claimants.length === 0 || isElsewhere)
    return lineElsewhere(word, { declared, conversation: facts.conversation, context, file });
  const subjects = claimants.map(({ subject }) => subject);
  if (word !== HELP)
    return unknownWord(
      word,
      subjects.flatMap(({ offered }) => offered),
      language,
    );
  const others = subjects.flatMap(({ help }) => help ?? []);
  const listed = subjects.filter(({ help }) => help === null).flatMap(({ offered }) => offered);
  const list = listed.length === 0 && others.length > 0 ? [] : [helpText(listed, language)];
  return [...list, ...others].join("\n\n");
}
