import { shownText } from "../../../../config/text/quote.ts";
import { urlPath } from "../../../../markdown/url-path.ts";
import type { ChangeRecord, RecordId } from "../../../../records/record.ts";
import { type Html, html } from "../../../html.ts";

const LONGEST = 60;
const SHORT_SHA = 7;

/** A name that a record gave: short, visible, and whatever direction it is written in, it turns nothing around it. */
export function named(id: RecordId): Html {
  return html`<bdi>${shownText(String(id), LONGEST)}</bdi>`;
}

/** Where changes are to be found. */
export interface Place {
  /** The GitHub that the repositories are on. */
  readonly webUrl: string;
  /** Whether all are in one repository, which then need not be said each time. */
  readonly single: boolean;
}

/** `acme/shop#12`, with a link where that GitHub can have it. */
export function changeName(
  { repo, pull, sha }: Pick<ChangeRecord, "repo" | "pull" | "sha">,
  { webUrl, single }: Place,
): Html {
  const where = single ? null : named(repo);
  const slug = /^[\w.-]+\/[\w.-]+$/.test(repo) ? `${webUrl}/${urlPath(repo)}` : null;
  if (pull !== null) return linked(html`${where}#${pull}`, slug && `${slug}/pull/${pull}`);
  const short = /^[\da-f]{40}$/.test(sha ?? "");
  const text = html`${where}${where && "@"}${named((sha ?? "").slice(0, short ? SHORT_SHA : undefined))}`;
  return linked(text, short && slug && `${slug}/commit/${sha}`);
}

function linked(text: Html, address: string | null | false): Html {
  return address === null || address === false ? text : html`<a href="${address}">${text}</a>`;
}
