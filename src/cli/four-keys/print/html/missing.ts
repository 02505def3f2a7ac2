import { unattributedIn } from "../../../../metrics/unattributed.ts";
import { UNKNOWN } from "../../../../metrics/words.ts";
import { type Html, html } from "../../../html.ts";
import type { Measured } from "../../measured.ts";
import { summaryOf } from "../summary.ts";
import { changeName, named, type Place } from "./names.ts";
import { note, section, table } from "./page.ts";
import type { Shown } from "./shown.ts";

const MOST = 20;

/** How changes were assigned, and what was not: first what no later deployment will bring on its own. */
export function missing(measured: Measured, shown: Shown, place: Place): Html {
  const { text } = shown;
  const { history, window } = measured;
  const { changes: unshipped, incidents } = unattributedIn(history, window);
  const changes = [
    ...unshipped.filter(({ why }) => why !== "waits"),
    ...unshipped.filter(({ why }) => why === "waits"),
  ];
  const { notes } = summaryOf(measured);
  return section(
    text.missingHeading,
    notes.map((each) => html`<p>${each}</p>`),
    changes.length + incidents.length === 0 && note(text.allAssigned),
    changes.length > 0 &&
      table(
        { caption: text.missingHeading, captionShown: false, header: text.missingColumns },
        changes
          .slice(0, MOST)
          .map(({ shipping: { change, service }, why }) => [
            html`${changeName(change, place)}${service !== null && html` (${named(service)})`}`,
            change.mergedAt === null ? UNKNOWN : shown.day(change.mergedAt),
            text.unshipped[why],
          ]),
      ),
    changes.length > MOST && note(text.more(changes.length - MOST)),
    incidents.length > 0 &&
      table(
        { caption: text.missingHeading, captionShown: false, header: text.unlinkedColumns },
        incidents
          .slice(0, MOST)
          .map(({ incident: { repo, id, openedAt }, why }) => [
            html`${!place.single && html`${named(repo)} `}${named(id)}`,
            openedAt === null ? UNKNOWN : shown.day(openedAt),
            text.unlinked[why],
          ]),
      ),
    incidents.length > MOST && note(text.more(incidents.length - MOST)),
  );
}
