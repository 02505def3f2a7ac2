import { extendsTarget } from "../../kinds/place.ts";
import { setting } from "../section.ts";

export const extending = setting({
  schema: extendsTarget()
    .optional()
    .meta({
      description:
        "`[owner/]repo[:path]`: a file of the same owner that this one extends. This one overrides it key by key.",
      examples: [".github"],
    }),
  scope: "file",
});
