import { anyGlobMatches } from "../../../config/glob.ts";
import { ownersOf } from "./codeowners.ts";
import { isAmong } from "./login.ts";
import type { Question } from "./question.ts";
import type { PickProblem } from "./selection.ts";

interface Routed {
  /** Logins and `org/team` of the route; null: no route is about this request. */
  readonly people: readonly string[] | null;
  readonly problems: readonly PickProblem[];
}

/**
 * The first route whose conditions all hold. One that asks code owners is about a request only if the changed paths have
 * some: an issue changes nothing.
 */
export function routeOf({ request, section, codeowners }: Question): Routed {
  const problems: PickProblem[] = [];
  for (const route of section.routes) {
    if (!isAbout(route, request)) continue;
    if (route.people !== "codeowners") return { people: route.people, problems };
    if (codeowners === null || request.paths === null) continue;
    const { path } = codeowners;
    const { owners, broken, emails, isTooLarge } = ownersOf(codeowners, request.paths);
    problems.splice(
      0,
      problems.length,
      ...(isTooLarge ? [{ kind: "codeowners-too-large", path } as const] : []),
      ...broken.map((line) => ({ kind: "codeowners-line", path, line }) as const),
      ...emails.map((line) => ({ kind: "codeowners-email", path, line }) as const),
    );
    if (owners.length > 0) return { people: owners, problems };
  }
  return { people: null, problems };
}

function isAbout(
  { labels, paths }: Question["section"]["routes"][number],
  { labels: has, paths: changed }: Question["request"],
): boolean {
  if (labels.length > 0 && !labels.some((label) => isAmong(label, has))) return false;
  return paths.length === 0 || (changed?.some((path) => anyGlobMatches(paths, path)) ?? false);
}
