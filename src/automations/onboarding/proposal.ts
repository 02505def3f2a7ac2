import { codeBlock } from "../../markdown/code-block.ts";
import { DAYS } from "../../suggestion/facts.ts";
import { suggestedFile } from "../../suggestion/file.ts";
import { suggestForOrg } from "../../suggestion/org.ts";
import { isBare, type Suggestion, suggest } from "../../suggestion/suggest.ts";
import { suggestionText } from "../../suggestion/text.ts";
import type { ReconcileContext } from "../automation.ts";
import { isOrgRepository } from "./choice.ts";
import { editorLink } from "./editor-url.ts";
import type { Proposed } from "./facts.ts";
import { messages } from "./text.ts";

type Place = Pick<ReconcileContext, "repository" | "webUrl">;

/** What is suggested in this repository. */
export function suggestionFor({ history, language }: Proposed, { repository }: Pick<Place, "repository">): Suggestion {
  return isOrgRepository(repository) ? suggestForOrg(language) : suggest(history, language);
}

/** The suggested file, how to take it over, and what it would have done. Markdown. */
export function proposalText(proposed: Proposed, { repository, webUrl }: Place): string {
  const { history, language } = proposed;
  const text = messages(language);
  const suggestion = suggestionFor(proposed, { repository });
  const { parts, replay } = suggestion;
  const file = suggestedFile(parts);
  const link = history.defaultBranch === null ? null : editorLink(webUrl, repository, history.defaultBranch, file);
  const bare = isBare(suggestion);
  const replayed = suggestionText(language);
  const had = replayed.had(replay.releases, replay.tasks, replay.perWeek);
  const isOrg = isOrgRepository(repository);
  const opening = isOrg ? text.ofOrg : bare ? text.begins : text.fits(DAYS);
  const how = link === null ? text.commit : link.isFilled ? text.open(link.url) : text.openAndPaste(link.url);
  return [
    `${opening}${text.gap}${how}`,
    ...(had === "" ? [] : [`**${replayed.replay(DAYS, had)}**`]),
    codeBlock(file, "yaml"),
    ...(had === "" ? [] : [replayed.notReplayed(history.cut)]),
    ...(bare ? [history.defaultBranch === null ? text.empty : text.unclear] : []),
  ].join("\n\n");
}
