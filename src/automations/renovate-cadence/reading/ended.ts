import type { Author, PullTexts } from "./pull-texts.ts";
import type { Update } from "./update.ts";

type Ended = Pick<PullTexts, "state" | "title" | "author" | "comments">;

/** Renovate puts it behind the title when an update is not needed any more. */
const AUTOCLOSED = / - autoclosed$/i;

/**
 * Superseded is what its bot closed itself: Renovate says so in the title or a comment, Dependabot in its last comment
 * (dependabot/feedback#483). Everything else that was closed unmerged, the team refused.
 */
export function stateOf({ state, title, author, comments }: Ended): Update["state"] {
  if (state !== "closed") return state;
  const own = comments.findLast((comment) => isSame(comment.author, author))?.body ?? "";
  return AUTOCLOSED.test(title.trim()) || saysSuperseded(own) ? "superseded" : "closed";
}

/** Where somebody changed its branch Renovate says that it does not close it: "Autoclosing Skipped". */
function saysSuperseded(comment: string): boolean {
  const text = comment.trim();
  return (
    /^Superseded by #\d{1,10}\b/i.test(text) ||
    /\bno longer needed\.?$/i.test(text) ||
    (/\bautoclos(?:ed|ing)\b/i.test(text) && !/\bautoclosing skipped\b/i.test(text))
  );
}

function isSame(a: Author | null, b: Author | null): boolean {
  return a !== null && a.login === b?.login;
}
