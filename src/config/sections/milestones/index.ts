import { section } from "../section.ts";
import { changes } from "./changes.ts";
import { rules } from "./rules.ts";
import { milestonesSection } from "./schema.ts";
import { labels } from "./text.ts";

export const milestones = section({
  schema: milestonesSection,
  scope: "inherited",
  labels,
  rules,
  templates: { tasks: ["title", "body"] },
  laterKeys: {},
  changes,
});
