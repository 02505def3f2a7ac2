import { formatMoment } from "../../../calendar/format.ts";
import type { UpdatePullRequest } from "../../../github/actions.ts";
import { differencesOf } from "../../../managed/differences.ts";
import type { ReconcileContext } from "../../automation.ts";
import { releasedBody } from "../body/released-body.ts";
import type { LaneFacts } from "../facts.ts";
import { messages } from "../text.ts";

/** After a longer outage nobody looks at it any more, and it would only come up among what was updated lately. */
const NEWS_MS = 7 * 86_400_000;

/** The releases whose text still speaks of waiting: once, and kept by the text itself, so that a crash changes nothing. */
export function sayReleased(facts: LaneFacts, context: ReconcileContext): UpdatePullRequest[] {
  const { language, timezone } = context.config;
  return facts.releases.flatMap(({ number, mergedAt, body, overwritten }) => {
    const merged = new Date(mergedAt);
    const isNews = context.now.getTime() - merged.getTime() < NEWS_MS;
    const said = messages(language).releasedOn(formatMoment(merged, timezone, language, context.now));
    const present = overwritten ?? body;
    const wanted = (isNews ? releasedBody(present, said) : null) ?? present;
    const { changes } = differencesOf({ title: "", body }, { body: wanted });
    if (changes.body === undefined) return [];
    return [{ action: "update-pull-request", number, body: wanted, expects: { body }, because: "it was released" }];
  });
}
