import { escapeText } from "../../../markdown/escape.ts";
import type { Assessment } from "../assessment.ts";
import { dependabotPause, isDashboardStale, silences } from "../measuring/silence.ts";
import { dashboardLink } from "./links.ts";
import type { View } from "./view.ts";

/** As people write them. */
const NAMES: Readonly<Record<string, string>> = { renovate: "Renovate", dependabot: "Dependabot" };

/** What is wrong with the bots, each with its remedy. */
export function findings({ facts, offers, terms, now }: Assessment, view: View): string[] {
  const { text } = view;
  const { dashboard } = facts;
  const time = now.getTime();
  const stale = dashboard !== null && isDashboardStale(dashboard.updatedAt, offers, terms, time) ? dashboard : null;
  const pause = dependabotPause(offers);
  const paused = pause !== null && pause.at <= time ? pause.since : null;
  const silent = silences(offers, dashboard?.updatedAt ?? null, terms).filter(
    // One remedy for one cause.
    ({ bot, at }) =>
      at <= time && !(bot === "dependabot" && paused !== null) && !(bot === "renovate" && stale !== null),
  );
  return [
    ...(stale === null ? [] : [text.staleDashboard(dashboardLink(stale.number, view), view.day(stale.updatedAt))]),
    ...(paused === null ? [] : [text.dependabotPaused(view.day(paused))]),
    ...silent.map(({ bot, since }) => text.silentBot(NAMES[bot] ?? escapeText(bot), view.day(since))),
  ];
}
