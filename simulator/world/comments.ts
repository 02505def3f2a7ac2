import { z } from "zod";
import type { SimComment } from "../state.ts";
import { REACTIONS } from "../words.ts";
import { id, login, time } from "./fields.ts";
import type { Reading } from "./reading.ts";

export const commentShape = z.strictObject({
  id: id.optional(),
  user: login.nullable().optional(),
  body: z.string().optional(),
  at: time.optional(),
  updated_at: time.optional(),
  edited_at: time.nullable().optional(),
  reactions: z.array(z.strictObject({ user: login, content: z.enum(REACTIONS), at: time.optional() })).optional(),
});

export function readComments(reading: Reading, inputs: readonly z.output<typeof commentShape>[]): SimComment[] {
  return inputs.map((input) => ({
    id: reading.id(input.id),
    user: reading.maybePerson(input.user),
    body: input.body ?? "",
    created_at: reading.time(input.at),
    updated_at: input.updated_at ?? input.edited_at ?? reading.time(input.at),
    edited_at: input.edited_at ?? null,
    reactions: (input.reactions ?? []).map(({ user, content, at }) => ({
      user: reading.person(user),
      content,
      at: reading.time(at),
    })),
  }));
}

export function writeComment(comment: SimComment): z.input<typeof commentShape> {
  const { created_at, ...rest } = comment;
  return { ...rest, at: created_at, reactions: comment.reactions.map((one) => ({ ...one })) as never }; // the state holds no other words than the file may
}
