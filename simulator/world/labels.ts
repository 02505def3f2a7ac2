import { z } from "zod";
import type { SimLabelling, SimRepo } from "../state.ts";
import { id, login, time } from "./fields.ts";
import type { Reading } from "./reading.ts";

export const labelShape = z.strictObject({
  id: id.optional(),
  name: z.string().min(1),
  color: z
    .string()
    .regex(/^[0-9a-fA-F]{6}$/, { message: "not a colour (six hex digits)" })
    .optional(),
  description: z.string().nullable().optional(),
});

/** A label on an issue: its name, or with who put it there and when. */
export const labellingShape = z.union([
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

/** Labels on something; one that the repository does not define comes about by being used. */
export function readLabellings(
  reading: Reading,
  repo: SimRepo,
  inputs: readonly z.output<typeof labellingShape>[],
): SimLabelling[] {
  return inputs.map((input) => {
    const labelling = typeof input === "string" ? { name: input } : input;
    if (!repo.labels.has(labelling.name)) {
      const made = { id: reading.id(undefined), name: labelling.name, color: PLAIN, description: null };
      repo.labels.set(labelling.name, made);
    }
    return { name: labelling.name, by: reading.maybePerson(labelling.by), at: reading.time(labelling.at) };
  });
}
