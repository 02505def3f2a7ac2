import { section } from "../section.ts";
import { changes } from "./changes.ts";
import { renovateParts } from "./schema.ts";

export const renovate = section({ ...renovateParts, changes });
