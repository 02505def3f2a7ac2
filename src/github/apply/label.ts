import type { CreateLabel } from "../actions.ts";
import { isAlreadySo } from "./already-so.ts";
import type { Applying } from "./applying.ts";

/** An existing label counts as created. */
export async function createLabel(applying: Applying, action: CreateLabel): Promise<void> {
  try {
    await applying.github.rest("POST /repos/{owner}/{repo}/labels", {
      ...applying.repo,
      name: action.name,
      color: action.color,
      ...(action.description === undefined ? {} : { description: action.description }),
    });
  } catch (error) {
    if (!isAlreadySo(error)) throw error;
  }
}
