import { addDuration } from "../calendar/add.ts";
import { calendarOf } from "../calendar/calendar.ts";
import { durationOf } from "../calendar/duration.ts";
import type { SreConfig } from "../config/schema.ts";
import type { SectionOf } from "../config/section-of.ts";
import { environmentsOf } from "../records/environments.ts";
import type { Instant } from "../records/record.ts";
import type { FourKeysSettings, Window } from "./settings.ts";

type Section = SectionOf<"four-keys">;

/** What decides the numbers, as sre.yml says it. */
export function settingsOf(section: Section, timezone: string): FourKeysSettings {
  const { incidents } = section;
  return {
    environments: environmentsOf(section),
    leadTime: section["lead-time"],
    statistic: section.statistic,
    bands: section.bands,
    ignoreAuthors: section["ignore-authors"],
    hotfixLabels: incidents["hotfix-labels"],
    excludeLabels: incidents["exclude-labels"],
    reverts: incidents.reverts,
    rollbacks: incidents.rollbacks,
    timezone,
    weekStarts: section["week-starts"],
  };
}

/** The configured window that ends then. */
export function windowEnding(to: Instant, { window }: Section, config: SreConfig): Window {
  const length = durationOf(window);
  return { from: addDuration(new Date(to), { ...length, amount: -length.amount }, calendarOf(config)).getTime(), to };
}
