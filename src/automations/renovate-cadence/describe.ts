import type { Instant } from "../../records/record.ts";
import type { ReconcileContext } from "../automation.ts";
import type { CadenceFacts, RenovateFacts } from "./facts.ts";
import { measure } from "./measuring/measured.ts";
import { isDashboardStale } from "./measuring/silence.ts";
import { offersOf } from "./offers.ts";
import type { Update } from "./reading/update.ts";
import { termsOf } from "./terms.ts";

/** The facts as `preview --json` prints them. */
export function describe(facts: RenovateFacts, context: ReconcileContext<"renovate">) {
  if (facts.kind === "none") return {};
  if (facts.kind === "cadence") return describeCadence(facts, context);
  const checks = facts.gated.map(({ headOid, isRelease }) => ({ head_sha: headOid, release: isRelease }));
  return { checks, ...(facts.cadence === null ? {} : describeCadence(facts.cadence, context)) };
}

function describeCadence({ open, closed, dashboard }: CadenceFacts, context: ReconcileContext<"renovate">) {
  const terms = termsOf(context);
  const offers = offersOf([...open, ...closed]);
  const measured = measure(offers, terms, context.now);
  return {
    updates: [...open, ...closed].toSorted((a, b) => a.number - b.number).map(describeUpdate),
    heldBack: dashboard?.heldBack ?? [],
    dashboard:
      dashboard === null
        ? null
        : {
            number: dashboard.number,
            updated_at: iso(dashboard.updatedAt),
            stale: isDashboardStale(dashboard.updatedAt, offers, terms, context.now.getTime()),
          },
    cadence: {
      promised: measured.promised,
      kept_median_days: measured.keptMedianDays,
      on_time: measured.onTime,
      last_merged_at: iso(measured.lastMergedAt),
      oldest_open_days: measured.oldestOpenDays,
      proposed: measured.proposed,
      broken: measured.broken,
    },
  };
}

function describeUpdate({ number, bot, kind, security, packages, automerge, state, waiting, ...times }: Update) {
  return {
    ...{ number, bot, kind, security, packages, automerge, state },
    ...{ opened_at: iso(times.openedAt), closed_at: iso(times.closedAt), waiting },
  };
}

/** As GitHub writes moments, in whole seconds. */
function iso(time: Instant | null): string | null {
  return time === null ? null : new Date(time).toISOString().replace(".000Z", "Z");
}
