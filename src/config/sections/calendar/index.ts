import { settings } from "../section.ts";
import { changes } from "./changes.ts";
import { rules } from "./rules.ts";
import { calendarSection } from "./schema.ts";
import { labels } from "./text.ts";

export const calendar = settings({
  schema: calendarSection.prefault({}),
  scope: "inherited",
  labels,
  rules,
  templates: {},
  laterKeys: {},
  changes,
});
