import { z } from "zod";
import type { SimLabeling, SimRepo } from "../state.ts";
import { id, login, time } from "./fields.ts";
import type { Reading } from "./reading.ts";

export const labelShape = z.strictObject({
  id: id.optional(),
  name: z.string().min(1),
  color: z
    .string()
    .regex(/^[0-9a-fA-F]{6}$/, { message: "not a color (six hex digits)" })
    .optional(),
  description: z.string().nullable().optional(),
});

/** A label on an issue: its name, or with who put it there and when. */
export const labelingShape = z.union([
  z.string().min(1),
  z.strictObject({ name: z.string().min(1), by: login.nullable().optional(), at: time.optional() }),
]);

const PLAIN = "ededed";

export function readLabels(reading: Reading, repo: SimRepo, inputs: readonly z.output<typeof labelShape>[]): void {
  inputs.forEach((input, index) => {
    if (repo.labels.has(input.name)) reading.at(index, "name").fail(`a second label ${input.name}`);
    repo.labels.set(input.name, {
      id: reading.id(input.id),
      name: input.name,
      color: input.color ?? PLAIN,
      description: input.description ?? null,
    });
  });
}

/** Labels on an issue; labels that the repository does not define are created. */
export function readLabelings(
  reading: Reading,
  repo: SimRepo,
  inputs: readonly z.output<typeof labelingShape>[],
): SimLabeling[] {
  return inputs.map((input) => {
    const labeling = typeof input === "string" ? { name: input } : input;
    if (!repo.labels.has(labeling.name)) {
      const made = { id: reading.id(undefined), name: labeling.name, color: PLAIN, description: null };
      repo.labels.set(labeling.name, made);
    }
    return { name: labeling.name, by: reading.maybePerson(labeling.by), at: reading.time(labeling.at) };
  });
}
