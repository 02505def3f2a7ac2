import { z } from "zod";
import type { SimUser } from "../state.ts";
import { id, login } from "./fields.ts";
import type { Reading } from "./reading.ts";

export const userShape = z.strictObject({
  id: id.optional(),
  login,
  type: z.enum(["User", "Bot", "Organization"]).optional(),
  deleted: z.boolean().optional(),
  busy: z.boolean().optional(),
});

/** The accounts that the file lists; others come about when somebody is named. */
export function readUsers(reading: Reading, inputs: readonly z.output<typeof userShape>[]): void {
  const { users } = reading.state;
  inputs.forEach((input, index) => {
    if (users.has(input.login)) reading.at(index, "login").fail(`a second user ${input.login}`);
    users.set(input.login, {
      login: input.login,
      id: reading.id(input.id),
      type: input.type ?? (input.login.endsWith("[bot]") ? "Bot" : "User"),
      deleted: input.deleted ?? false,
      busy: input.busy ?? false,
    });
  });
}

/** The accounts as the file would list them. */
export function writeUsers(users: Iterable<SimUser>): z.input<typeof userShape>[] {
  return [...users].map((user) => ({ ...user }));
}
