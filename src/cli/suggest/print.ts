import { stringify } from "yaml";
import { DAYS, type SuggestFacts } from "./facts.ts";
import type { Suggestion } from "./suggest.ts";
import { suggestText } from "./text.ts";

/** The suggested sre.yml; why each part is there, and what it would have done, are its comments. */
export function printSuggestion({ parts, replay }: Suggestion, { repository, now, cut }: SuggestFacts): string {
  const { releases, tasks, perWeek } = replay;
  const had = [
    ...(releases === null ? [] : [suggestText.releases(releases)]),
    ...(tasks === null ? [] : [suggestText.tasks(tasks)]),
    ...(perWeek === null ? [] : [suggestText.perWeek(perWeek)]),
  ];
  const head = [
    suggestText.head(`${repository.owner}/${repository.name}`, DAYS, now.toISOString().slice(0, "2026-11-20".length)),
    ...(had.length === 0 ? [suggestText.nothing] : [suggestText.replay(DAYS, had), suggestText.notReplayed(cut)]),
  ];
  const blocks = parts.map(({ key, value, why }) => {
    const yaml = stringify({ [key]: value }, { lineWidth: 0, flowCollectionPadding: false }).trimEnd();
    return why === null ? yaml : `\n# ${why}\n${yaml}`;
  });
  return [...head.map((line) => `# ${line}`), ...blocks].join("\n");
}
