import { section } from "../section.ts";
import { changes } from "./changes.ts";
import { rules } from "./rules.ts";
import { helpWantedSection } from "./schema.ts";
import { labels } from "./text.ts";

export const helpWanted = section({
  schema: helpWantedSection,
  scope: "inherited",
  labels,
  rules,
  templates: {},
  laterKeys: {},
  laterSettings: ["report"],
  changes,
});
