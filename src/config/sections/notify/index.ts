import { laterSection } from "../section.ts";
import { notifySection } from "./schema.ts";
import { labels } from "./text.ts";

export const notify = laterSection({
  schema: notifySection,
  automation: null,
  scope: "inherited",
  labels,
  rules: null,
  templates: {},
  laterKeys: {},
});
