import fc from "fast-check";
import type { OracleTask } from "./oracle.ts";
import { sre } from "./world.ts";

/** Something that happens; `a` and `b` choose what exactly. */
export interface Step {
  readonly kind: (typeof KINDS)[number];
  readonly a: number;
  readonly b: number;
}

/** How a team has configured things. */
export interface Setup {
  readonly onClose: "comment" | "rollover" | "block" | "leave";
  readonly parent: boolean;
}

const KINDS = [
  ...(["reconcile", "killed reconciliation", "killed reconciliation", "reconcile all"] as const),
  ...([
    "configure",
    "configure",
    "move date",
    "move date",
    "rename",
    "close milestone",
    "reopen milestone",
    "new milestone",
  ] as const),
  ...(["title", "assign", "unassign", "label", "unlabel", "date", "text", "around", "move"] as const),
  ...(["close task", "reopen task", "delete task", "delete parent", "snooze", "take", "done", "time", "CRLF"] as const),
] as const;

export const setup: fc.Arbitrary<Setup> = fc.record({
  onClose: fc.constantFrom("comment", "rollover", "block", "leave"),
  parent: fc.boolean(),
});
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...KINDS), a: fc.nat(999), b: fc.nat(999) }),
  { minLength: 4, maxLength: 16 },
);

export const PEOPLE = ["alice", "bob", "dave"];
const OFFSETS = [null, { days: -3, business: true }, { days: 2, business: true }, { days: -5, business: false }];
export const DAYS = ["2026-11-24", "2026-12-01", "2026-12-05", "2027-01-12", null];
const LABELS = [[], ["release"], ["docs", "release"]];

export function pick<One>(from: readonly One[], at: number): One {
  return from[at % from.length] as One; // never of an empty list
}

/** The n-th sre.yml: a subset of four tasks, each in one of many forms. */
export function tasksOf(n: number, m: number): OracleTask[] {
  const keys = ["a", "b", "c", "d"].filter((_, at) => ((n % 15) + 1) & (1 << at));
  return keys.map((key, at) => {
    const form = n + m * (at + 1);
    return {
      key,
      title: `${pick(["Freeze", "Notes"], form)} ${key}`,
      offset: pick(OFFSETS, form),
      assignees: pick<OracleTask["assignees"]>([[], ["alice"], ["alice", "bob"], { rotate: PEOPLE }], form + m),
      labels: pick(LABELS, form + n),
      after: at > 0 && form % 2 === 0 ? [keys[at - 1] ?? ""] : [],
    };
  });
}

export function configOf(tasks: readonly OracleTask[], { onClose, parent }: Setup) {
  const due = ({ offset }: OracleTask) =>
    offset === null ? {} : { due: `${offset.days} ${offset.business ? "business days" : "days"}` };
  return sre(
    tasks.map(({ key, title, assignees, labels, after, ...task }) => ({
      ...{ key, title: `${title} of {{milestone.title}}`, assignees, labels, after },
      ...due(task as OracleTask),
    })),
    { "on-close": onClose, parent },
  );
}
