import { REFUSED } from "../../engine/registry.ts";
import type { Refusal } from "../../github/apply/registry.ts";
import { refusedWrites } from "../../store/observations.ts";
import type { Database } from "../../store/store.ts";
import { databaseText } from "./database-text.ts";
import type { Finding } from "./finding.ts";

/** Writes that GitHub refused in the last day; the team reads the same on its issue or pull request. */
export async function examineRefused(db: Database): Promise<readonly Finding[]> {
  return (await refusedWrites(db, REFUSED)).map(({ repository, automation, value }) => {
    const { action, part, value: what, number, status, reason } = value as Refusal;
    const where = number === null ? repository : `${repository}#${number}`;
    const why = `${status} ${reason.replace(/\s+/g, " ")}`;
    if (part === null) return databaseText.refused(action, where, automation, why);
    const named = part === "draft" ? databaseText.part.draft : databaseText.part.named(part, what);
    return databaseText.refusedPart(named, action, where, automation, why);
  });
}
