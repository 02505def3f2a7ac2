import { lastTick, nextTick } from "../../../calendar/cron.ts";
import { windowEnding } from "../../../metrics/configured.ts";
import type { OverviewPeriods } from "../../../metrics/overview.ts";
import type { ReconcileContext } from "../../automation.ts";

type Context = Pick<ReconcileContext<"four-keys">, "section" | "config" | "now">;

/**
 * The window ends at the schedule's last tick: between two of them the issue says the same, whoever looks, but for what was
 * recorded late. null: there was no tick.
 */
export function periodsOf({ section, config, now }: Context): OverviewPeriods | null {
  const tick = lastTick(section.report, config.timezone, now);
  if (tick === null) return null;
  const window = windowEnding(tick.getTime(), section, config);
  return { window, beforeFrom: windowEnding(window.from, section, config).from };
}

/** When the issue is rewritten next; null: never. */
export function nextRefresh({ section, config, now }: Context): Date | null {
  return nextTick(section.report, config.timezone, now);
}
