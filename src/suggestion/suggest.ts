import type { Language } from "../config/language.ts";
import { deploymentsIn, type FoundDeployments } from "./deployments.ts";
import { type History, type MergedPull, windowStart } from "./facts.ts";
import { type FoundLane, lanesIn } from "./lanes.ts";
import { suggestionText } from "./text.ts";

/** A section of the suggested sre.yml, and what suggests it. */
export interface Part {
  readonly key: string;
  readonly value: unknown;
  readonly why: string | null;
}

/** What these days would have had with it; null: nobody can tell, or the section is not there. */
interface Replay {
  readonly releases: number | null;
  readonly tasks: number | null;
  readonly perWeek: number | null;
}

export interface Suggestion {
  readonly parts: readonly Part[];
  readonly replay: Replay;
}

/** Pure: a sre.yml that fits how a team works already. */
export function suggest(history: History, language: Language): Suggestion {
  const lanes = lanesIn(history);
  const milestones = milestonesIn(history, language);
  const deployments = deploymentsIn(history, lanes);
  const released = lanes.flatMap(({ releases }) => releases);
  const parts = [
    ...beginningIn(language),
    ...(lanes.length === 0 ? [] : [releasePart(lanes, history, language)]),
    ...(milestones === null ? [] : [milestones.part]),
    ...renovateParts(history, language),
    ...(deployments === null ? [] : [fourKeysPart(deployments, language)]),
  ];
  const perWeek = deployments === null ? null : perWeekOf(deployments, history.now);
  return {
    parts,
    replay: { releases: released.length === 0 ? null : released.length, tasks: milestones?.tasks ?? null, perWeek },
  };
}

const WEEK_MS = 7 * 86_400_000;

/** Where more was deployed than was read, the rate of what was. */
function perWeekOf({ times, since }: FoundDeployments, now: Date): number {
  return times.length / Math.max((now.getTime() - since.getTime()) / WEEK_MS, 1 / 7);
}

/** The version, and for a team that writes Japanese its language and zone. */
export function beginningIn(language: Language): readonly Part[] {
  const version = { key: "version", value: 1, why: null };
  if (language === "en") return [version];
  return [
    version,
    { key: "timezone", value: "Asia/Tokyo", why: suggestionText(language).why.zone },
    { key: "language", value: "ja", why: null },
  ];
}

const EXCLUDED = /^(no|skip|ignore)[- ](for[- ])?(release([- ]notes?)?|changelog)$/i;
const HELD = /^(do[- ]not[- ](merge|release)|(on[- ])?hold)$/i;

function releasePart(lanes: readonly FoundLane[], { labels }: History, language: Language): Part {
  const excluded = labels.filter((label) => EXCLUDED.test(label));
  const held = labels.filter((label) => HELD.test(label));
  const value = lanes.map(({ from, to, releases }) => ({
    ...{ from, to },
    ...listed("labels", usualLabels(releases)),
    ...listed("exclude-labels", excluded),
    ...listed("hold-labels", held),
  }));
  return { key: "release", value: { lanes: value }, why: suggestionText(language).why.lanes(lanes) };
}

const BEGINNING = ["version", "timezone", "language"];

/** Nothing is suggested that Detoil would do. */
export function isBare({ parts }: Pick<Suggestion, "parts">): boolean {
  return parts.every(({ key }) => BEGINNING.includes(key));
}

/** What at least half of the releases carry. */
function usualLabels(releases: readonly MergedPull[]): string[] {
  const all = [...new Set(releases.flatMap(({ labels }) => labels))].sort();
  return all.filter((label) => releases.filter(({ labels }) => labels.includes(label)).length * 2 >= releases.length);
}

function listed(key: string, labels: readonly string[]): object {
  return labels.length === 0 ? {} : { [key]: labels };
}

function milestonesIn(history: History, language: Language): { readonly part: Part; readonly tasks: number } | null {
  const from = windowStart(history.now);
  const lived = history.milestones.filter(
    ({ createdAt, closedAt }) => createdAt <= history.now && (closedAt === null || closedAt >= from),
  );
  if (lived.length === 0) return null;
  const text = suggestionText(language);
  const tasks = [
    { key: "notes", title: text.examples.notes, due: "-2 business days" },
    { key: "check", title: text.examples.check, due: "1 business day" },
  ];
  const match = lived.every(({ title }) => /^v\d/.test(title)) ? { match: "v*" } : {};
  const why = text.why.milestones(lived.length, lived.filter(({ dated }) => dated).length);
  return { part: { key: "milestones", value: { ...match, tasks }, why }, tasks: lived.length * tasks.length };
}

/** Fewer updates show no rhythm. */
const FEW_UPDATES = 4;
const CADENCES = [
  [7, "weekly"],
  [14, "biweekly"],
  [31, "monthly"],
] as const;

function renovateParts({ merged }: History, language: Language): Part[] {
  const updates = merged.filter(({ author }) => author?.bot === true && /^(renovate|dependabot)/.test(author.login));
  const days = [...new Set(updates.map(({ mergedAt }) => Math.floor(mergedAt.getTime() / 86_400_000)))].sort(
    (a, b) => a - b,
  );
  if (updates.length < FEW_UPDATES || days.length < 2) return [];
  const gaps = days.slice(1).map((day, at) => day - (days[at] ?? day));
  const longest = Math.max(...gaps);
  const cadence = CADENCES.find(([most]) => longest <= most)?.[1] ?? "quarterly";
  const why = suggestionText(language).why.updates(updates.length, longest);
  return [{ key: "renovate", value: { cadence }, why }];
}

function fourKeysPart({ setting, times }: FoundDeployments, language: Language): Part {
  const why = suggestionText(language).why.deployments(setting, times.length);
  return { key: "four-keys", value: { deployments: setting }, why };
}
