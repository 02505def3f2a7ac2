import { laterSection } from "../section.ts";
import { rules } from "./rules.ts";
import { fourKeysSection } from "./schema.ts";
import { labels } from "./text.ts";

export const fourKeys = laterSection({
  schema: fourKeysSection,
  automation: "four-keys",
  scope: "inherited",
  labels,
  rules,
  templates: {},
  laterKeys: {},
});
