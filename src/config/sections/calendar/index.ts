import { settings } from "../section.ts";
import { changes } from "./changes.ts";
import { calendarSection } from "./schema.ts";
import { labels } from "./text.ts";

export const calendar = settings({
  schema: calendarSection.prefault({}),
  scope: "inherited",
  labels,
  rules: null,
  templates: {},
  laterKeys: {},
  changes,
});
