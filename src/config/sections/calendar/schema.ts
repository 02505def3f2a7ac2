import { z } from "zod";
import { groupsNamed, list } from "../../kinds/group.ts";
import { country } from "../../kinds/place.ts";
import { dayOrRange, hours } from "../../kinds/time.ts";
import { weekdays } from "../../kinds/weekdays.ts";
import { labels } from "./text.ts";

const group = groupsNamed(labels);

export const calendarSection = group("calendar", "Which days and hours are working time.", {
  holidays: country()
    .optional()
    .meta({
      description:
        "Country, or country-region; its public holidays are not business days. `DE-BY` is Bavaria without Assumption Day, which parts of it have: `DE-BY-KATH`, in Augsburg `DE-BY-A`.",
      examples: ["JP", "DE-BY"],
    }),
  closed: list(dayOrRange(), 500)
    .default([])
    .meta({ description: "Extra days off, a date or an inclusive range.", examples: [["2026-12-29/2027-01-03"]] }),
  week: list(z.enum(weekdays), 7)
    .min(1)
    .default(["mon", "tue", "wed", "thu", "fri"])
    .meta({ description: "Working days of a week.", examples: [["mon", "tue", "wed", "thu", "fri"]] }),
  hours: hours()
    .default("09:00-18:00")
    .meta({ description: "Business hours, in `timezone`.", examples: ["09:00-18:00"] }),
});
