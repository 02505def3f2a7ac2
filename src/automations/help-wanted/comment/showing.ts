import type { IsoDay } from "../../../calendar/day.ts";
import { formatMoment } from "../../../calendar/format.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { Language } from "../../../config/schema.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import type { Item } from "../facts.ts";
import { reliefFor } from "../picking/relief.ts";
import { clockOf } from "../request/clock-of.ts";
import type { HelpRequest } from "../request/request.ts";
import { dueAt } from "../request/timing.ts";
import { type RequestText, requestText } from "./text.ts";

/** What the texts about one request have in common. */
export interface Showing {
  readonly text: RequestText;
  readonly language: Language;
  /** The day of the request: years that differ from its are written. */
  readonly day: IsoDay;
  readonly label: string;
  /** Logins and teams of `escalate-to`, without the author. */
  readonly escalateTo: readonly string[];
  /** The project of sre.yml, `acme/3`. */
  readonly project: string;
  readonly configUrl: string | null;
  /** When the answer is due, as people read it. */
  readonly due: string;
  moment(instant: string): string;
}

export function showingOf(
  request: HelpRequest,
  item: Pick<Item, "author">,
  context: ReconcileContext<"help-wanted">,
): Showing {
  const { language, timezone } = context.config;
  const since = new Date(request.since);
  const moment = (date: Date) => formatMoment(date, timezone, language, since);
  const { project } = context.section;
  const due = dueAt(request, clockOf(context));
  return {
    text: requestText(language),
    language,
    day: isoDay(since, timezone),
    label: context.section.label,
    escalateTo: reliefFor(item, context),
    project: project === null ? "" : `${project.owner}/${project.number}`,
    configUrl: configUrlOf(context),
    due: due === null ? "" : moment(due),
    moment: (instant) => moment(new Date(instant)),
  };
}
