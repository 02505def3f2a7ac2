import { z } from "zod";

/** What GitHub's lists may show late. A GET by number or id always shows it. */
const LAGGING_KINDS = [
  "issues",
  "pulls",
  "comments",
  "labels",
  "milestones",
  "check_runs",
  "sub_issues",
  "dependencies",
  "project_items",
  "reactions",
] as const;

export type LaggingKind = (typeof LAGGING_KINDS)[number];

const seconds = z.number().nonnegative().max(86_400);
/** The same for everything, or from…to: drawn for each item, because replicas lag unevenly. */
const span = z.union([seconds, z.tuple([seconds, seconds]).refine(([from, to]) => from <= to, "from is after to")]);

/** Replica lag, as `POST /_sim/faults {"lag": …}` takes it. */
export const lagShape = z
  .strictObject({
    /** Lists do not show items created in the last n seconds; per kind if they differ. */
    seconds: z.union([span, z.partialRecord(z.enum(LAGGING_KINDS), span)]).optional(),
    /** Lists show nothing new until they are released; for tests that must not depend on a clock. */
    until: z.literal("released").optional(),
    /** Which lists lag; default all of them. */
    kinds: z.array(z.enum(LAGGING_KINDS)).optional(),
    /** Seed of the uneven seconds. */
    seed: z.number().int().default(0),
  })
  .refine((lag) => (lag.seconds === undefined) !== (lag.until === undefined), "give either seconds or until");

export type Lag = z.output<typeof lagShape>;

/** An item created while the simulator runs; both times are milliseconds of the wall clock. */
export interface Creation {
  readonly kind: LaggingKind;
  readonly at: number;
  /** When lists begin to show it; Infinity: once they are released. */
  readonly listedFrom: number;
}
