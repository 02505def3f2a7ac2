import { shownText } from "../../config/text/quote.ts";
import { DAYS, type History } from "../../suggestion/facts.ts";
import { suggestedFile } from "../../suggestion/file.ts";
import { isBare, type Suggestion } from "../../suggestion/suggest.ts";
import { suggestionText } from "../../suggestion/text.ts";
import { suggestText } from "./text.ts";

/** `instead`: the sre.yml that is there already. The suggested one, on a terminal that speaks English; where it comes from, and what it would have done, stand above it. */
export function printSuggestion(
  suggestion: Suggestion,
  { repository, now, cut }: History,
  { instead = null }: { readonly instead?: string | null } = {},
): string {
  const { parts, replay } = suggestion;
  const text = suggestionText("en");
  const had = text.had(replay.releases, replay.tasks, replay.perWeek);
  const name = shownText(`${repository.owner}/${repository.name}`);
  const unsaid = isBare(suggestion) ? [suggestText.nothing] : [];
  const head = [
    ...(instead === null ? [] : [suggestText.instead(name, instead)]),
    suggestText.head(name, DAYS, now.toISOString().slice(0, "2026-11-20".length)),
    ...(had === "" ? unsaid : [text.replay(DAYS, had), text.notReplayed(cut)]),
  ];
  return suggestedFile(parts, head).trimEnd();
}
