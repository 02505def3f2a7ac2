import { z } from "zod";

/**
 * Makes mappings with exactly these keys. `labels`: what sentences call the groups of a section; `about` is for editors
 * and the reference.
 */
export function groupsNamed<Label extends string>(_labels: Readonly<Record<Label, unknown>>) {
  return <Shape extends z.ZodRawShape>(label: Label, about: string, shape: Shape) =>
    z.strictObject(shape).meta({ title: label, description: about });
}

/** A list, of at most as many as a person could have written. */
export function list<Item extends z.ZodType>(item: Item, most = 200) {
  return z.array(item).max(most);
}
