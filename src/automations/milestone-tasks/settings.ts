import { globMatches } from "../../config/glob.ts";
import type { SectionOf } from "../../config/section-of.ts";

export type Settings = SectionOf<"milestones">;
export type ConfigTask = Settings["tasks"][number];

/** GitHub takes no more issues on either side of "blocks" (docs.github.com, "Creating issue dependencies"). */
const MOST_OF_ONE_SIDE = 50;

/** The dependencies in sre.yml, task → those that block it, as far as GitHub takes them. */
export function blockersIn(tasks: readonly ConfigTask[]): ReadonlyMap<string, readonly string[]> {
  const blocked = new Map<string, number>();
  const blockers = tasks.map(({ key, after }): [string, string[]] => {
    const room = after.filter((one) => (blocked.get(one) ?? 0) < MOST_OF_ONE_SIDE).slice(0, MOST_OF_ONE_SIDE);
    for (const one of room) blocked.set(one, (blocked.get(one) ?? 0) + 1);
    return [key, room];
  });
  return new Map(blockers);
}

/** Whether sre.yml matches a milestone of this title. */
export function isMatched(title: string, settings: Settings): boolean {
  return globMatches(settings.match, title);
}
