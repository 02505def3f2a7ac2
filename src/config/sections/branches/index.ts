import { laterSection } from "../section.ts";
import { branchesSection } from "./schema.ts";
import { labels } from "./text.ts";

export const branches = laterSection({
  schema: branchesSection,
  automation: "branch-guard",
  scope: "inherited",
  labels,
  rules: null,
  templates: {},
  laterKeys: {},
});
