import { Rejected } from "../errors.ts";

/** GitHub refuses a second label or milestone of one name with 422 `already_exists`; every other 422 is a refusal. */
export function alreadyExists(error: unknown): boolean {
  return error instanceof Rejected && error.fields.some(({ code }) => code === "already_exists");
}
