import { section } from "../section.ts";
import { changes } from "./changes.ts";
import { branchesSection } from "./schema.ts";
import { labels } from "./text.ts";

export const branches = section({
  schema: branchesSection,
  scope: "inherited",
  labels,
  rules: null,
  templates: {},
  laterKeys: {},
  changes,
});
