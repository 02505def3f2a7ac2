import { z } from "zod";

/** A moment as the markers of comments hold it: `2026-11-20T01:00:00.000Z`. */
const instant = z.iso.datetime();
const day = z.iso.date();
const login = z.string().max(200);

const reason = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("author") }),
  z.object({ kind: z.literal("away"), until: day }),
  z.object({ kind: z.literal("busy") }),
  z.object({ kind: z.literal("full"), open: z.number(), most: z.number() }),
  z.object({ kind: z.literal("not-on-call") }),
  z.object({ kind: z.literal("not-in-route") }),
  z.object({ kind: z.literal("asked-before") }),
  z.object({ kind: z.literal("enough-today"), asked: z.number() }),
]);

const problem = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("codeowners-line"), path: z.string(), line: z.number() }),
  z.object({ kind: z.literal("codeowners-too-large"), path: z.string() }),
  z.object({ kind: z.literal("codeowners-email"), path: z.string(), line: z.number() }),
  z.object({ kind: z.literal("team-unreadable"), team: z.string() }),
]);

/** Somebody who was asked, when, and why no longer; null: they still are, or answered. */
const ask = z.object({
  login,
  at: instant,
  left: z
    .object({ how: z.enum(["pass", "reroll", "assign", "swap", "away", "take"]), by: login, why: z.string() })
    .nullable(),
  /** It does not count as a turn: `/sre swap` gave it back. */
  returned: z.boolean(),
});

/** A request for help, as the marker of its comments holds it: these are the truth, and the store an index of them. */
export const helpRequest = z.object({
  /** Each change counts it up: of two comments about one request the one with the greater number is right. */
  revision: z.int().min(0),
  /** When its label was added: it tells the requests of one issue apart. */
  since: instant,
  /** `new`: nobody is asked at the moment. `escalated`: the people of `escalate-to` are asked, or nobody is left. */
  state: z.enum(["new", "asked", "answered", "escalated", "snoozed", "ended"]),
  /** Whose request it is: who was asked last, or took it. */
  asked: login.nullable(),
  askedAt: instant.nullable(),
  /** Why this person: what they had to do already, and what kept the others from it. */
  why: z.object({
    open: z.int(),
    others: z.array(z.object({ login, reason })),
    /** They were named by a command, although this would have kept them from being asked. */
    despite: z.array(reason),
    named: z.boolean(),
  }),
  /** Why none of the people is asked; null: one is. */
  nobody: z.enum(["nobody-listed", "nobody-on-call", "nobody-eligible", "is-author"]).nullable(),
  problems: z.array(problem),
  /** Who is asked if this person passes. */
  next: login.nullable(),
  asks: z.array(ask),
  remindedAt: instant.nullable(),
  escalations: z.array(instant),
  answer: z.object({ by: login, at: instant, how: z.enum(["comment", "reaction", "project", "take"]) }).nullable(),
  /** The first answer, whoever is asked now. */
  firstAnswerAt: instant.nullable(),
  snoozed: z.object({ until: instant, at: instant, by: login }).nullable(),
  /** A command asks for another person; `login`: for this one. */
  wanted: z.object({ by: login, login: login.nullable() }).nullable(),
  ended: z
    .object({ how: z.enum(["unlabeled", "closed", "merged", "done"]), at: instant, by: login.nullable() })
    .nullable(),
  /** Whom Detoil assigned. */
  assigned: z.array(login),
  /** GitHub would not assign the person. */
  unassignable: z.boolean(),
  /** The project in which Detoil set its status, `acme/3`. */
  project: z.string().nullable(),
  /** Why it could not be put into the project of sre.yml; null: nothing was in the way. */
  projectProblem: z.enum(["missing", "no-permission"]).nullable(),
  /** What `/sre away` said here. */
  away: z.array(z.object({ who: login, from: day, to: day })),
  /** What `/sre swap` said here of duties. */
  covers: z.array(z.object({ who: login, by: login, from: day, to: day })),
  /** The latest comment whose commands were carried out. */
  processed: z.int().min(0),
});

export type HelpRequest = Readonly<z.output<typeof helpRequest>>;
export type Ask = HelpRequest["asks"][number];

/** One that nobody has been asked for yet. */
export function newRequest(since: Date): HelpRequest {
  return {
    revision: 0,
    since: since.toISOString(),
    state: "new",
    asked: null,
    askedAt: null,
    why: { open: 0, others: [], despite: [], named: false },
    nobody: null,
    problems: [],
    next: null,
    asks: [],
    remindedAt: null,
    escalations: [],
    answer: null,
    firstAnswerAt: null,
    snoozed: null,
    wanted: null,
    ended: null,
    assigned: [],
    unassignable: false,
    project: null,
    projectProblem: null,
    away: [],
    covers: [],
    processed: 0,
  };
}
