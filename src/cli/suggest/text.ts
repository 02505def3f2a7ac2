import { shownText } from "../../config/text/quote.ts";
import type { FoundDeployments } from "./deployments.ts";
import type { FoundLane } from "./lanes.ts";

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;
const and = new Intl.ListFormat("en", { type: "conjunction" });

/** `detoil suggest`: comments of the file that it prints, and what it says beside it. */
export const suggestText = {
  noRepo: "Which repository? Name it with --repo OWNER/NAME.",
  empty: (repo: string) => `${repo} has no commit yet: there is nothing to suggest a sre.yml from.`,
  already: (repo: string, file: string) => `${repo} has a ${file} already; this is what it would be without.`,
  reading: (repo: string, requests: number) => `Reading ${repo}: ${counted(requests, "request")} so far`,
  head: (repo: string, days: number, day: string) =>
    `Suggested by Detoil for ${shownText(repo)}, from what GitHub shows of the ${days} days until ${day}.`,
  replay: (days: number, had: readonly string[]) =>
    `With this file, those ${days} days would have had ${and.format(had)}.`,
  releases: (count: number) => counted(count, "release pull request"),
  tasks: (count: number) => counted(count, "task"),
  perWeek: (perWeek: number) => `a deployment frequency of ${perWeek.toFixed(1)} a week`,
  notReplayed: (cut: boolean) =>
    `Not replayed: what people would have ticked, moved or closed, and what was deleted since${cut ? "; only the last 1,000 merged pull requests were read" : ""}.`,
  nothing: "Nothing here shows how you release yet: docs/recipes.md has whole files to begin with.",
  why: {
    japanese: "Titles are in Japanese. Set the zone in which you work.",
    lanes: (lanes: readonly FoundLane[]) =>
      lanes
        .map(({ from, to, releases }) => {
          const pair = `${shownText(from)} → ${shownText(to)}`;
          return `${pair}: ${releases.length === 0 ? "by the names of the branches" : `merged ${releases.length === 1 ? "once" : `${releases.length} times`}`}.`;
        })
        .join(" "),
    milestones: (count: number, dated: number) =>
      `${counted(count, "milestone")}, ${dated} of them with a date. The tasks are examples: write what each of your releases needs.`,
    updates: (count: number, longest: number) =>
      `${counted(count, "update")} by a bot were merged, at most ${counted(longest, "day")} apart.`,
    deployments: (setting: FoundDeployments["setting"], count: number) => {
      if ("environment" in setting)
        return `${counted(count, "deployment")} to ${and.format(setting.environment.map((one) => shownText(one)))}.`;
      if ("release" in setting) return `${counted(count, "release")} published.`;
      return `GitHub knows of no deployments, so what is merged into ${shownText(setting.merge)} counts as one: ${count}.`;
    },
  },
  /** Titles of tasks, in the language of the suggested file. */
  examples: {
    en: { notes: "Release notes for {{milestone.title}}", check: "Check {{milestone.title}} after its release" },
    ja: { notes: "{{milestone.title}} のリリースノート", check: "{{milestone.title}} のリリース後の確認" },
  },
};
