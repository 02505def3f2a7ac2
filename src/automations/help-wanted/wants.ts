import type { SectionOf } from "../../config/section-of.ts";
import type { Sentence } from "../../config/text/sentence.ts";
import { isTeam } from "./picking/expand.ts";
import { messages } from "./text.ts";

/** The optional permissions that this sre.yml needs. CODEOWNERS may name teams, too. */
export function wants({
  people,
  routes,
  "escalate-to": escalateTo,
}: SectionOf<"help-wanted">): Record<string, Sentence> {
  const routed = routes.flatMap((route) => (route.people === "codeowners" ? [] : route.people));
  const hasTeams = [...people, ...routed, ...escalateTo].some(isTeam);
  return hasTeams ? { members: { en: messages("en").noTeams, ja: messages("ja").noTeams } } : {};
}
