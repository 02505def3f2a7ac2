import { section } from "../section.ts";
import { changes } from "./changes.ts";
import { laterLaneKeys } from "./later-keys.ts";
import { rules } from "./rules.ts";
import { releaseSection } from "./schema.ts";
import { labels } from "./text.ts";

export const release = section({
  schema: releaseSection,
  scope: "inherited",
  labels,
  rules,
  templates: { lanes: ["title", "intro", "tag"] },
  laterKeys: { lanes: laterLaneKeys },
  changes,
});
