import { glob } from "../../kinds/branch.ts";
import { list } from "../../kinds/group.ts";
import { setting } from "../section.ts";

export const repositories = setting({
  schema: list(glob(), 500)
    .min(1)
    .optional()
    .meta({
      description: "Only in an org's `.github` repository: the repositories that this file is the default for.",
      examples: [["web-*"]],
    }),
  scope: "org",
});
