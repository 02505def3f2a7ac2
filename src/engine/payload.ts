import type { Repository } from "../automations/automation.ts";

/** An object of unknown shape. GitHub's payloads come in many, so every field is asked for its type. */
export type Fields = Readonly<Record<string, unknown>>;

/** Null where it is not one, or carries too little to be found again. */
export function repositoryOf(value: unknown): Repository | null {
  const repository = fields(value);
  const id = number(repository.id);
  // Lists of repositories in `installation` events carry `full_name` and no owner.
  const [fullOwner, fullName] = (text(repository.full_name) ?? "/").split("/");
  const owner = text(fields(repository.owner).login) ?? fullOwner ?? "";
  const name = text(repository.name) ?? fullName ?? "";
  return id === null || owner === "" || name === "" ? null : { id, owner, name };
}

export function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

export function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

export function number(value: unknown): number | null {
  return Number.isSafeInteger(value) ? (value as number) : null;
}
