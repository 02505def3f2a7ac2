import type { z } from "zod";
import { groupsNamed } from "../kinds/group.ts";
import type { Sentence } from "../text/sentence.ts";

/**
 * The parts of a section that is one mapping without rules between its keys: sentences call it by its key. `about` is for
 * editors and the reference.
 */
export function plain<const Key extends string, Shape extends z.ZodRawShape>(key: Key, about: string, shape: Shape) {
  const label: Sentence = { en: key, ja: key };
  const labels = { [key]: label } as Readonly<Record<Key, Sentence>>; // TypeScript takes a computed key for any text
  const schema = groupsNamed(labels)(key, about, shape);
  return { schema, scope: "inherited", labels, rules: null, templates: {}, laterKeys: {} } as const;
}
