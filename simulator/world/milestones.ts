import { z } from "zod";
import type { SimRepo } from "../state.ts";
import { id, login, number, time } from "./fields.ts";
import type { Reading } from "./reading.ts";

export const milestoneShape = z.strictObject({
  id: id.optional(),
  number: number.optional(),
  title: z.string().min(1).optional(),
  description: z.string().nullable().optional(),
  state: z.enum(["open", "closed"]).optional(),
  due_on: time.nullable().optional(),
  created_at: time.optional(),
  updated_at: time.optional(),
  closed_at: time.nullable().optional(),
  closed_by: login.nullable().optional(),
});

export function readMilestones(
  reading: Reading,
  repo: SimRepo,
  inputs: readonly z.output<typeof milestoneShape>[],
): void {
  inputs.forEach((input, index) => {
    const number = input.number ?? Math.max(0, ...repo.milestones.keys()) + 1;
    if (repo.milestones.has(number)) reading.at(index, "number").fail(`a second milestone ${number}`);
    const state = input.state ?? "open";
    repo.last_milestone = Math.max(repo.last_milestone, number);
    repo.milestones.set(number, {
      id: reading.id(input.id),
      number,
      title: input.title ?? `Milestone ${number}`,
      description: input.description ?? null,
      state,
      due_on: input.due_on ?? null,
      created_at: reading.time(input.created_at),
      updated_at: reading.time(input.updated_at),
      closed_at: state === "closed" ? reading.time(input.closed_at) : null,
      closed_by: reading.maybePerson(input.closed_by),
    });
  });
}
