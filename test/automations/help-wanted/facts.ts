import type { ReconcileContext } from "../../../src/automations/automation.ts";
import type { RequestComment, RequestFacts } from "../../../src/automations/help-wanted/facts.ts";
import type { Recorded } from "../../../src/automations/help-wanted/request/recorded.ts";
import { type HelpRequest, newRequest } from "../../../src/automations/help-wanted/request/request.ts";
import { sreSchema } from "../../../src/config/schema.ts";
import { contextOf } from "../context.ts";

/** Tokyo's time on a day of November 2026: the 20th is a Friday, Monday the 23rd a holiday. */
export function tokyo(day: number, time: string): Date {
  return new Date(`2026-11-${day}T${time}:00+09:00`);
}

export function contextAt(now: Date, section: object = {}): ReconcileContext<"help-wanted"> {
  const config = sreSchema.parse({
    ...{ version: 1, timezone: "Asia/Tokyo", calendar: { holidays: "JP" } },
    "help-wanted": { people: ["alice", "bob"], "escalate-to": ["@acme/leads"], ...section },
  });
  return contextOf<"help-wanted">(config["help-wanted"] ?? null, config, "request/9", now);
}

export function comment(login: string, at: Date, body = "I look into it."): RequestComment {
  const author = { login, bot: false };
  return { id: 100, author, body, createdAt: at, edited: false, receipted: false, refused: false, thumbs: [] };
}

/** #9 by mona, labeled on Friday at 17:00; nobody was asked yet. lead is in acme/leads. */
export function factsOf({
  item,
  ...given
}: Partial<Omit<RequestFacts, "item">> & { item?: Partial<RequestFacts["item"]> }) {
  const labeledAt = tokyo(20, "17:00");
  const facts: RequestFacts = {
    kind: "request",
    item: {
      ...{ number: 9, id: 90, isPull: false, author: "mona", createdAt: labeledAt, open: true, merged: false },
      ...{
        closedAt: null,
        locked: false,
        labels: ["help wanted"],
        labeledAt,
        assignees: [],
        reviews: [],
        comments: [],
        place: null,
      },
      ...item,
    },
    ...{ recorded: null, withdrawn: false, paths: null, codeowners: null, busy: [], assignable: null, board: null },
    teams: new Map([["acme/leads", ["lead"]]]),
    known: { workloads: new Map(), away: [], covers: [], reserved: null, nobodys: 0 },
    ...given,
  };
  return facts;
}

/** alice was asked on Friday at 17:30, unless something else is given; comment 10 shows it. */
export function recorded(given: Partial<HelpRequest> = {}): Recorded {
  const at = tokyo(20, "17:30").toISOString();
  const request: HelpRequest = {
    ...newRequest(tokyo(20, "17:00")),
    ...{ revision: 1, state: "asked", asked: "alice", askedAt: at },
    asks: [{ login: "alice", at, left: null, returned: false }],
    ...given,
  };
  return { request, status: { id: 10, data: request }, notices: [] };
}
