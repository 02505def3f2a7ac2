import type { Language } from "../../../calendar/format.ts";
import type { Instant } from "../../../records/record.ts";
import type { Terms } from "../measuring/due.ts";
import type { Period } from "../measuring/periods.ts";
import type { CadenceText } from "./text.ts";

/** How the issue is written. */
export interface View {
  readonly language: Language;
  readonly text: CadenceText;
  readonly terms: Terms;
  /** `https://github.com/acme/shop` */
  readonly repoUrl: string;
  /** GitHub shows the title of `#12` in a list item. */
  readonly showsTitles: boolean;
  /** `Thu 17 Dec`, with the year where it is not this one. */
  day(time: Instant): string;
  /** `Tue 24 Nov 00:00 JST` */
  moment(time: Instant): string;
  period(period: Period, where: "axis" | "sentence"): string;
}
