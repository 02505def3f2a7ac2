import { ORG_REPOSITORY } from "../../config/files.ts";
import type { InstallationReads, Repository } from "../automation.ts";
import { candidatesIn, withoutFile } from "./latest.ts";

/** Issues that nobody asked for, in all repositories of an installation together. */
const MOST = 10;

/**
 * chosen: this repository gets the issue. for all: it is the organization's own, and gets it for all repositories, on which Detoil is
 * installed. assumed: these credentials are not told what is selected, and it would if it were. all: Detoil is installed on all, so
 * none is meant. others: others were pushed to later.
 */
export type Choice = "chosen" | "for all" | "assumed" | "all" | "others";

export function isOrgRepository({ name }: Pick<Repository, "name">): boolean {
  return name.toLowerCase() === ORG_REPOSITORY;
}

/** Without a request once ten are chosen; else at most twenty for all repositories that ask within minutes. */
export async function choiceFor(repository: Repository, installation: InstallationReads): Promise<Choice> {
  // Once ten are chosen, it was for selected ones.
  const seen: { selection: "all" | "selected" | null } = { selection: "selected" };
  const chosen = await installation.chosen(MOST, async (taken) => {
    const found = await installation.repositories();
    seen.selection = found?.selection ?? null;
    if (found === null || found.selection === "all") return [];
    const candidates = candidatesIn(found.repositories).filter(({ id }) => !taken.has(id));
    // A repository that cannot get one does not make room for others.
    if (!candidates.some(({ id }) => id === repository.id)) return [];
    return withoutFile(await installation.reader(), candidates, MOST - taken.size);
  });
  if (seen.selection === null) return "assumed";
  if (seen.selection === "all") return isOrgRepository(repository) ? "for all" : "all";
  return chosen.has(repository.id) ? "chosen" : "others";
}
