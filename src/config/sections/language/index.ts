import { z } from "zod";
import { languages } from "../../language.ts";
import { setting } from "../section.ts";

export const language = setting({
  schema: z.enum(languages).default("en").meta({ description: "The language of everything Detoil writes." }),
  scope: "inherited",
});
