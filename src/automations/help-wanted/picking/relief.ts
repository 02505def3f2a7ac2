import type { SectionOf } from "../../../config/section-of.ts";
import { isSame } from "./login.ts";

/** Logins and teams of `escalate-to` who can relieve whoever is asked: the author cannot help with what they ask for. */
export function reliefFor(
  { author }: { readonly author: string | null },
  { section }: { readonly section: Pick<SectionOf<"help-wanted">, "escalate-to"> },
): string[] {
  return section["escalate-to"].filter((name) => !isSame(name, author));
}
