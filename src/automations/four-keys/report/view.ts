import type { IsoDay } from "../../../calendar/day.ts";
import type { Language } from "../../../calendar/format.ts";
import type { SectionOf } from "../../../config/section-of.ts";
import type { FourKeysSettings } from "../../../metrics/settings.ts";
import type { FourKeysText } from "./text.ts";

/** How the issue is written. */
export interface View {
  readonly language: Language;
  readonly text: FourKeysText;
  readonly settings: FourKeysSettings;
  readonly section: SectionOf<"four-keys">;
  /** `https://github.com/acme/shop` */
  readonly repoUrl: string;
  /** Its year is not written. */
  readonly today: IsoDay;
  /** `Thu 17 Dec`, with the year where it is not this one. */
  day(time: number): string;
  /** `Tue 24 Nov 00:00 JST` */
  moment(time: number): string;
}
