import { laterSection } from "../section.ts";
import { orgSection } from "./schema.ts";
import { labels } from "./text.ts";

export const org = laterSection({
  schema: orgSection,
  automation: null,
  scope: "org",
  labels,
  rules: null,
  templates: {},
  laterKeys: {},
});
