import { z } from "zod";
import type { SectionLabel } from "../section-labels.ts";

/** A mapping with exactly these keys. `thing` names it in sentences; `about` is for editors and the reference. */
export function group<Shape extends z.ZodRawShape>(sectionLabel: SectionLabel, about: string, shape: Shape) {
  return z.strictObject(shape).meta({ title: sectionLabel, description: about });
}

/** A list, of at most as many as a person could have written. */
export function list<Item extends z.ZodType>(item: Item, most = 200) {
  return z.array(item).max(most);
}
