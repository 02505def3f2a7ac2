import { formatDay } from "../../calendar/format.ts";
import type { Language } from "../../config/schema.ts";
import { code } from "../../markdown/escape.ts";
import type { ReconcileContext } from "../automation.ts";
import { messages } from "./text.ts";

/** The configuration that stays in force on the default branch, in one line. */
export function inForceSince({ loaded, repository, now }: ReconcileContext, language: Language): string {
  const text = messages(language);
  const branch = code(loaded.defaultBranch);
  if (loaded.config === null) return text.nothingStands;
  if (loaded.inForceSince !== null) {
    return text.versionStands(branch, formatDay(loaded.inForceSince, loaded.config.timezone, language, now));
  }
  const own = loaded.origin?.repository === `${repository.owner}/${repository.name}` && loaded.state === "valid";
  return own ? text.currentStands(branch) : text.orgStands;
}
