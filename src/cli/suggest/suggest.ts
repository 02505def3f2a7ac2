import type { Language } from "../../config/language.ts";
import { deploymentsIn, type FoundDeployments } from "./deployments.ts";
import { DAYS, type MergedPull, type SuggestFacts, windowStart } from "./facts.ts";
import { type FoundLane, lanesIn } from "./lanes.ts";
import { suggestText } from "./text.ts";

/** A section of the suggested sre.yml, and what suggests it. */
interface Part {
  readonly key: string;
  readonly value: unknown;
  readonly why: string | null;
}

export interface Suggestion {
  readonly parts: readonly Part[];
  /** What these days would have had with it; null: nobody can tell, or the section is not there. */
  readonly replay: { readonly releases: number | null; readonly tasks: number | null; readonly perWeek: number | null };
}

/** Pure: a sre.yml that fits how a team works already. */
export function suggest(facts: SuggestFacts): Suggestion {
  const lanes = lanesIn(facts);
  const isJapanese = japaneseIn(facts);
  const milestones = milestonesIn(facts, isJapanese ? "ja" : "en");
  const deployments = deploymentsIn(facts, lanes);
  const released = lanes.flatMap(({ releases }) => releases);
  const parts = [
    { key: "version", value: 1, why: null },
    ...(isJapanese ? JAPANESE : []),
    ...(lanes.length === 0 ? [] : [releasePart(lanes, facts)]),
    ...(milestones === null ? [] : [milestones.part]),
    ...renovateParts(facts),
    ...(deployments === null ? [] : [fourKeysPart(deployments)]),
  ];
  const perWeek = deployments === null ? null : (deployments.times.length / DAYS) * 7;
  return {
    parts,
    replay: { releases: released.length === 0 ? null : released.length, tasks: milestones?.tasks ?? null, perWeek },
  };
}

/** Kana: Chinese has none, and a few words of Japanese do not make a team's language. */
function japaneseIn({ merged }: SuggestFacts): boolean {
  const japanese = merged.filter(({ title }) => /[\u3040-\u30FF]/.test(title)).length;
  return japanese > 0 && japanese >= merged.length * 0.3;
}

const JAPANESE: readonly Part[] = [
  { key: "timezone", value: "Asia/Tokyo", why: suggestText.why.japanese },
  { key: "language", value: "ja", why: null },
];

const EXCLUDED = /^(no|skip|ignore)[- ](for[- ])?(release([- ]notes?)?|changelog)$/i;
const HELD = /^(do[- ]not[- ](merge|release)|(on[- ])?hold)$/i;

function releasePart(lanes: readonly FoundLane[], { labels }: SuggestFacts): Part {
  const excluded = labels.filter((label) => EXCLUDED.test(label));
  const held = labels.filter((label) => HELD.test(label));
  const value = lanes.map(({ from, to, releases }) => ({
    ...{ from, to },
    ...listed("labels", usualLabels(releases)),
    ...listed("exclude-labels", excluded),
    ...listed("hold-labels", held),
  }));
  return { key: "release", value: { lanes: value }, why: suggestText.why.lanes(lanes) };
}

/** What at least half of the releases carry. */
function usualLabels(releases: readonly MergedPull[]): string[] {
  const all = [...new Set(releases.flatMap(({ labels }) => labels))].sort();
  return all.filter((label) => releases.filter(({ labels }) => labels.includes(label)).length * 2 >= releases.length);
}

function listed(key: string, labels: readonly string[]): object {
  return labels.length === 0 ? {} : { [key]: labels };
}

function milestonesIn(facts: SuggestFacts, language: Language): { readonly part: Part; readonly tasks: number } | null {
  const from = windowStart(facts.now);
  const lived = facts.milestones.filter(
    ({ createdAt, closedAt }) => createdAt <= facts.now && (closedAt === null || closedAt >= from),
  );
  if (lived.length === 0) return null;
  const titles = suggestText.examples[language];
  const tasks = [
    { key: "notes", title: titles.notes, due: "-2 business days" },
    { key: "check", title: titles.check, due: "1 business day" },
  ];
  const match = lived.every(({ title }) => /^v\d/.test(title)) ? { match: "v*" } : {};
  const why = suggestText.why.milestones(lived.length, lived.filter(({ dated }) => dated).length);
  return { part: { key: "milestones", value: { ...match, tasks }, why }, tasks: lived.length * tasks.length };
}

/** Fewer updates show no rhythm. */
const FEW_UPDATES = 4;
const CADENCES = [
  [7, "weekly"],
  [14, "biweekly"],
  [31, "monthly"],
] as const;

function renovateParts({ merged }: SuggestFacts): Part[] {
  const updates = merged.filter(({ author }) => author?.bot === true && /^(renovate|dependabot)/.test(author.login));
  const days = [...new Set(updates.map(({ mergedAt }) => Math.floor(mergedAt.getTime() / 86_400_000)))].sort(
    (a, b) => a - b,
  );
  if (updates.length < FEW_UPDATES || days.length < 2) return [];
  const gaps = days.slice(1).map((day, at) => day - (days[at] ?? day));
  const longest = Math.max(...gaps);
  const cadence = CADENCES.find(([most]) => longest <= most)?.[1] ?? "quarterly";
  return [{ key: "renovate", value: { cadence }, why: suggestText.why.updates(updates.length, longest) }];
}

function fourKeysPart({ setting, times }: FoundDeployments): Part {
  return { key: "four-keys", value: { deployments: setting }, why: suggestText.why.deployments(setting, times.length) };
}
