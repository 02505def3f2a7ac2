import type { Conversation } from "../../src/commands/conversation.ts";
import type { CommandsContext, Declared, Role, Subject, Verb } from "../../src/commands/declaration.ts";
import { type Dispatched, dispatch } from "../../src/commands/dispatch.ts";
import { type CommentFacts, pendingCommands } from "../../src/commands/pending.ts";
import { type SreConfig, sreSchema } from "../../src/config/schema.ts";

const self = { slug: "detoil", login: "detoil[bot]" };

function verb(word: string, ...also: Role[]): Verb {
  return { word, usage: `/sre ${word}`, about: { en: `does ${word}`, ja: `${word} をします` }, also };
}

/** What a made-up automation knows: whose it is, which words it has carried out, and up to which comment. */
interface Knows {
  readonly people?: Subject["people"];
  readonly processed?: number;
}

/** Every word changes it; its one write lists them all. */
function madeUp(
  name: string,
  words: readonly string[],
  { people = {}, processed = 0 }: Knows,
  verbs: readonly Verb[],
): Subject {
  return {
    people,
    processed,
    offered: verbs,
    help: null,
    execute: ({ word }, who) => ({
      line: `${word} by ${who}.`,
      present: `${word} was done.`,
      next: madeUp(name, [...words, word], { people, processed }, verbs),
    }),
    writes: (latest) => [
      { action: "update-issue", number: 7, title: `${name} ${words.join(" ")} ${latest}`, because: "commands" },
    ],
  };
}

function declared(
  name: string,
  section: Declared["section"],
  claim: "request" | "task",
  verbs: readonly Verb[],
): Declared {
  const text = {
    place: `the issue of ${name}`,
    places: `the issues of ${name}`,
    subject: `The ${name}`,
    switchOn: (file: string) => `Switch ${name} on in ${file}.`,
  };
  return {
    name,
    section,
    commands: {
      claims: ({ body }) => (body.includes(name) ? claim : null),
      uses: [],
      verbs,
      text: { en: text, ja: { ...text, subject: `${name} の件` } },
      page: "milestone-tasks.md#commands",
      gather: async () => ({}),
      subject: (facts) => madeUp(name, [], Object(facts), verbs),
      stale: () => [name],
    },
  };
}

/** Chores are tasks; a wish is a request; the garden claims nothing here and is off without its section. */
const chore = declared("chore", "milestones", "task", [verb("done", "assignee"), verb("sweep", "assignee")]);
const wish = declared("wish", null, "request", [verb("done", "asked", "author"), verb("pass", "asked")]);
const garden = declared("garden", "help-wanted", "task", [verb("water")]);

const ON = { milestones: { tasks: [{ key: "a", title: "A" }] } };

interface Given {
  /** What the issue is, in its text: "chore", "wish", both, or neither. */
  readonly body: string;
  readonly comments: readonly CommentFacts[];
  readonly sections?: object;
  readonly language?: SreConfig["language"];
  readonly knows?: Readonly<Record<string, Knows>>;
  readonly assignees?: readonly string[];
}

/** bob may write. */
export function dispatched({
  body,
  comments,
  sections = ON,
  language = "en",
  knows = {},
  assignees = [],
}: Given): Dispatched {
  const conversation: Conversation = {
    number: 7,
    kind: "issue",
    isOurs: true,
    author: "detoil",
    labels: [],
    body,
    assignees,
    milestone: null,
    comments,
  };
  const context: CommandsContext = {
    repository: { owner: "acme", name: "shop" },
    now: new Date("2026-11-20T01:00:00Z"),
    self,
    config: sreSchema.parse({ version: 1, language, ...sections }),
    loaded: { state: "valid" },
    webUrl: "https://github.com",
  };
  const gathered = new Map<string, unknown>([
    ["chore", knows.chore ?? {}],
    ["wish", knows.wish ?? {}],
  ]);
  const facts = { conversation, pending: pendingCommands(comments, self), writers: new Set(["bob"]), gathered };
  return dispatch(facts, [chore, garden, wish], context, "sre.yml");
}

export function said(id: number, body: string, login = "bob", more: Partial<CommentFacts> = {}): CommentFacts {
  const createdAt = new Date("2026-11-20T01:00:00Z");
  const author = { login, bot: false };
  return { id, author, body, createdAt, edited: false, receipted: false, refused: false, ...more };
}

/** The plan in a line each: reactions, titles written, replies without their last line and marker. */
export function lines({ plan }: Dispatched): string[] {
  return plan.map((action) => {
    switch (action.action) {
      case "add-reaction":
        return `${action.content} on ${action.comment_id}`;
      case "update-issue":
        return `write ${action.title}${action.answers === true ? "" : " (throttled)"}`;
      case "create-comment":
        return action.body.replace(/\n\n<sub>.*<\/sub>\n\n<!-- detoil:reply {"to":(\d+)} -->$/, "");
      default:
        return action.action;
    }
  });
}
