import { ORG_REPOSITORY } from "../config/files.ts";
import type { Language } from "../config/language.ts";
import { beginningIn, type Suggestion } from "./suggest.ts";
import { suggestionText } from "./text.ts";

/**
 * Pure: an organization's file, which speaks for no repository before somebody names one. Nothing is replayed: what the other
 * repositories have seen, whoever reads this one may not be allowed to.
 */
export function suggestForOrg(language: Language): Suggestion {
  const { why } = suggestionText(language);
  return {
    parts: [
      ...beginningIn(language),
      { key: "repositories", value: [ORG_REPOSITORY], why: why.repositories },
      { key: "org", value: { schedule: "0 9 * * mon" }, why: why.org },
    ],
    replay: { releases: null, tasks: null, perWeek: null },
  };
}
