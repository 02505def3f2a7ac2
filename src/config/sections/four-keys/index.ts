import { section } from "../section.ts";
import { changes } from "./changes.ts";
import { idle } from "./idle.ts";
import { rules } from "./rules.ts";
import { fourKeysSection } from "./schema.ts";
import { labels } from "./text.ts";

export const fourKeys = section({
  schema: fourKeysSection,
  scope: "inherited",
  labels,
  rules,
  templates: {},
  laterKeys: {},
  idle,
  changes,
});
