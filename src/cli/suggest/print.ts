import { shownText } from "../../config/text/quote.ts";
import { DAYS, type History } from "../../suggestion/facts.ts";
import { suggestedFile } from "../../suggestion/file.ts";
import type { Suggestion } from "../../suggestion/suggest.ts";
import { suggestionText } from "../../suggestion/text.ts";
import { suggestText } from "./text.ts";

/** The suggested sre.yml, on a terminal that speaks English; where it comes from, and what it would have done, stand above it. */
export function printSuggestion({ parts, replay }: Suggestion, { repository, now, cut }: History): string {
  const text = suggestionText("en");
  const had = text.had(replay.releases, replay.tasks, replay.perWeek);
  const name = shownText(`${repository.owner}/${repository.name}`);
  const head = [
    suggestText.head(name, DAYS, now.toISOString().slice(0, "2026-11-20".length)),
    ...(had === "" ? [suggestText.nothing] : [text.replay(DAYS, had), text.notReplayed(cut)]),
  ];
  return suggestedFile(parts, head).trimEnd();
}
