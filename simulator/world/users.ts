import { z } from "zod";
import { newUser } from "../actions/people.ts";
import type { SimUser } from "../state.ts";
import { id, login } from "./fields.ts";
import type { Reading } from "./reading.ts";

export const userShape = z.strictObject({
  id: id.optional(),
  login,
  type: z.enum(["User", "Bot", "Organization"]).optional(),
  deleted: z.boolean().optional(),
  busy: z.boolean().optional(),
  suspended: z.boolean().optional(),
  plan: z.enum(["free", "team", "enterprise"]).optional(),
});

/** The accounts that the file lists; others are created when they are named. */
export function readUsers(reading: Reading, inputs: readonly z.output<typeof userShape>[]): void {
  const { users } = reading.state;
  inputs.forEach((input, index) => {
    const { login, type, deleted = false, busy = false, suspended = false } = input;
    if (users.has(login)) reading.at(index, "login").fail(`a second user ${login}`);
    const user = newUser(login, reading.id(input.id), type);
    users.set(login, { ...user, deleted, busy, suspended, plan: input.plan ?? user.plan });
  });
}

/** The accounts as the file would list them. */
export function writeUsers(users: Iterable<SimUser>): z.input<typeof userShape>[] {
  return [...users].map((user) => ({ ...user }));
}
