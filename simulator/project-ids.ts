import { createHash } from "node:crypto";
import type { SimProject } from "./state.ts";

/** Worlds name fields and options; GitHub's ids are derived from these names, so that they survive saving to a file. */
function digest(project: SimProject, ...names: readonly string[]): string {
  return createHash("sha256")
    .update(JSON.stringify([project.owner, project.number, ...names]))
    .digest("hex");
}

/** A field's id: a number that fits 32 bits. */
export function fieldId(project: SimProject, field: string): number {
  return Number.parseInt(digest(project, field).slice(0, 7), 16);
}

/** A single select option's id: eight hex digits, as GitHub's are. */
export function optionId(project: SimProject, field: string, option: string): string {
  return digest(project, field, option).slice(0, 8);
}
