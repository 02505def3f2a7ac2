import { laterSection } from "../section.ts";
import { environmentsSection } from "./schema.ts";
import { labels } from "./text.ts";

export const environments = laterSection({
  schema: environmentsSection,
  automation: "environments",
  scope: "inherited",
  labels,
  rules: null,
  templates: {},
  laterKeys: {},
});
