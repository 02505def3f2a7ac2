import { z } from "zod";
import { setting } from "../section.ts";

export const version = setting({
  schema: z.literal(1).meta({ description: "The format's version.", examples: [1] }),
  scope: "file",
});
