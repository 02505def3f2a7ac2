import { laterSection } from "../section.ts";
import { renovateSection } from "./schema.ts";
import { labels } from "./text.ts";

export const renovate = laterSection({
  schema: renovateSection,
  automation: "renovate-cadence",
  scope: "inherited",
  labels,
  rules: null,
  templates: {},
  laterKeys: {},
});
