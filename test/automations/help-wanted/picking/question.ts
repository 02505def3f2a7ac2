import type { Question } from "../../../../src/automations/help-wanted/picking/question.ts";
import { calendarOf } from "../../../../src/calendar/calendar.ts";
import { sreSchema } from "../../../../src/config/schema.ts";
import type { Workload } from "../../../../src/records/help-wanted/help-request.ts";

/** A Friday, 10:00 in Tokyo. */
const NOW = new Date("2026-11-20T01:00:00Z");

const sre = sreSchema.parse({ version: 1, timezone: "Asia/Tokyo" });

interface Given extends Partial<Omit<Question, "request" | "section">> {
  readonly request?: Partial<Question["request"]>;
  /** As written in sre.yml. */
  readonly section?: object;
}

/** Who is asked of alice, bob and carol, unless something else is given. */
export function question({ request, section, ...given }: Given = {}): Question {
  const parsed = sreSchema.parse({ version: 1, "help-wanted": { people: ["alice", "bob", "carol"], ...section } });
  if (parsed["help-wanted"] === undefined) throw new Error("a section was given");
  return {
    request: {
      author: "zoe",
      labels: ["help wanted"],
      paths: null,
      askedBefore: [],
      assignTo: null,
      reserved: null,
      isBacklog: false,
      ...request,
    },
    section: parsed["help-wanted"],
    ...{ away: [], covers: [], teams: new Map(), busy: [], workloads: new Map(), codeowners: null },
    now: NOW,
    calendar: calendarOf(sre),
    ...given,
  };
}

/** Each was asked last so many minutes before now; the rest never. */
export function workloads(of: Readonly<Record<string, Partial<Workload> & { readonly minutesAgo: number }>>) {
  return new Map(
    Object.entries(of).map(([login, { minutesAgo, ...given }]) => [
      login,
      { open: 0, askedToday: 0, lastAskOrder: 0, lastAskedAt: new Date(NOW.getTime() - minutesAgo * 60_000), ...given },
    ]),
  );
}
