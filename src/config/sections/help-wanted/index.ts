import { laterSection } from "../section.ts";
import { rules } from "./rules.ts";
import { helpWantedSection } from "./schema.ts";
import { labels } from "./text.ts";

export const helpWanted = laterSection({
  schema: helpWantedSection,
  automation: "help-wanted",
  scope: "inherited",
  labels,
  rules,
  templates: {},
  laterKeys: {},
});
