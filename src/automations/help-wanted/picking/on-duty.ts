import type { IsoDay } from "../../../calendar/day.ts";
import type { Span } from "../../../records/help-wanted/help-request.ts";
import { distinct, isSame } from "./login.ts";
import type { Question } from "./question.ts";

/** Who is on call on a day, with what `/sre swap` changed; of several covers of one duty the last in the list counts. */
export function onDuty({ section, covers }: Pick<Question, "section" | "covers">, day: IsoDay): string[] {
  const today = covers.filter((cover) => isWithin(cover, day));
  return distinct(
    section["on-call"]
      .filter((duty) => isWithin(duty, day))
      .map(({ who }) => today.findLast((cover) => isSame(cover.who, who))?.by ?? who),
  );
}

function isWithin({ from, to }: Omit<Span, "who">, day: IsoDay): boolean {
  return from <= day && day <= to;
}
