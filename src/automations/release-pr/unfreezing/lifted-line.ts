import { formatMoment } from "../../../calendar/format.ts";
import { escapeText } from "../../../markdown/escape.ts";
import type { ReconcileContext } from "../../automation.ts";
import { unfreezeText } from "./text.ts";
import type { Unfrozen } from "./unfrozen.ts";

/** What a description says of it, for good. */
export function liftedLine({ until, by, at, why }: Unfrozen, context: ReconcileContext): string {
  const { language, timezone } = context.config;
  const moment = (time: string) => formatMoment(new Date(time), timezone, language, context.now);
  return unfreezeText(language).record(moment(until), escapeText(by), moment(at), escapeText(why));
}
