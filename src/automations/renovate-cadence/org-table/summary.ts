import { z } from "zod";
import type { ReconcileContext } from "../../automation.ts";
import { assess } from "../assessment.ts";
import type { RenovateFacts } from "../facts.ts";
import { earliestOf } from "../measuring/extremes.ts";

const instant = z.number().nullable();

/** What the organization's table says of one repository. Moments rather than ages: a row is the same until something happens. */
const cadenceSummary = z.object({
  promised: z.string(),
  kept: z.number(),
  of: z.number(),
  keptMedianDays: z.number().nullable(),
  oldestOpenAt: instant,
  lastMergedAt: instant,
  broken: z.boolean(),
  proposed: z.string().nullable(),
});

export type CadenceSummary = z.output<typeof cadenceSummary>;

export function parseSummary(value: unknown): CadenceSummary | null {
  return cadenceSummary.safeParse(value).data ?? null;
}

/** null: this reconciliation did not measure. */
export function summaryOf(facts: RenovateFacts, context: ReconcileContext<"renovate">): CadenceSummary | null {
  if (facts.kind !== "cadence") return null;
  const { measured } = assess(facts, context);
  const opened = facts.open.map(({ openedAt }) => openedAt);
  const { promised, onTime, keptMedianDays, lastMergedAt, broken, proposed } = measured;
  const oldestOpenAt = earliestOf(opened);
  return { promised, ...onTime, keptMedianDays, oldestOpenAt, lastMergedAt, broken, proposed };
}
