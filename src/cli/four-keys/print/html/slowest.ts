import { slowestIn } from "../../../../metrics/slowest.ts";
import { UNKNOWN } from "../../../../metrics/words.ts";
import { type Html, html } from "../../../html.ts";
import type { Measured } from "../../measured.ts";
import { messages } from "../../text.ts";
import { changeName, named, type Place } from "./names.ts";
import { note, section, table } from "./page.ts";
import type { Shown } from "./shown.ts";

const MOST = 10;

/** Where it is worth to look first. */
export function slowest({ history, window, settings, report, language }: Measured, shown: Shown, place: Place): Html {
  const { text, words } = shown;
  const changes = slowestIn(history, window, settings, MOST);
  if (changes.length === 0) return section(text.slowestHeading, note(messages(language).noChanges));
  return section(
    text.slowestHeading,
    note(text.slowest(changes.length, report.leadTime.changes)),
    table(
      { caption: text.slowestHeading, captionShown: false, header: text.slowestColumns },
      changes.map(({ shipping, deployment, leadTime, costliest }) => [
        changeName(shipping.change, place),
        shown.duration(leadTime / 1000),
        costliest === null ? UNKNOWN : `${words.stages[costliest.stage]} ${shown.duration(costliest.time / 1000)}`,
        html`${named(deployment.record.id)}<br>${shown.day(deployment.finishedAt)}`,
      ]),
    ),
  );
}
