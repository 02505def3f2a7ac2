import type { z } from "zod";
import { groupsNamed } from "./kinds/group.ts";
import { sectionLabels } from "./section-labels.ts";
import { sections } from "./sections/index.ts";

type Shape = { -readonly [Key in keyof typeof sections]: (typeof sections)[Key]["schema"] };

const group = groupsNamed(sectionLabels);
const shape = Object.fromEntries(Object.entries(sections).map(([key, { schema }]) => [key, schema])) as Shape;

/** Everything that sre.yml may contain. An absent section is off; within a section, every optional key has a default. */
export const sreSchema = group("file", "What Detoil does in a repository: `.github/sre.yml`.", shape);

/** sre.yml after parsing, every default filled in. */
export type SreConfig = z.output<typeof sreSchema>;

export type { Language } from "./language.ts";
export type { Lane } from "./sections/release/schema.ts";
