import { REFUSED } from "../../engine/registry.ts";
import type { Refusal } from "../../github/apply/registry.ts";
import { refusedWrites } from "../../store/observations.ts";
import type { Database } from "../../store/store.ts";
import { type Finding, fix } from "./finding.ts";

/** Writes that GitHub refused in the last day; the team reads the same on its issue or pull request. */
export async function examineRefused(db: Database): Promise<readonly Finding[]> {
  return (await refusedWrites(db, REFUSED)).map(({ repository, automation, value }) => {
    const { action, part, value: what, number, status, reason } = value as Refusal;
    const where = number === null ? repository : `${repository}#${number}`;
    const subject = part === null ? action : `${part === "draft" ? "a draft" : `the ${part} ${what}`} (${action})`;
    return fix(`GitHub refuses ${subject} on ${where}, for ${automation}: ${status} ${reason.replace(/\s+/g, " ")}`);
  });
}
