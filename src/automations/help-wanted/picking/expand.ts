import { distinct } from "./login.ts";
import type { Question } from "./question.ts";

/** The people that a list of logins and `org/team` names, each once: in the list's order, a team's members by name. */
export function expand(people: readonly string[], teams: Question["teams"]): string[] {
  return distinct(people.flatMap((name) => (isTeam(name) ? [...membersOf(name, teams)].sort(byName) : [name])));
}

/** The teams of a list whose members cannot be read. */
export function unreadableTeams(people: readonly string[], teams: Question["teams"]): string[] {
  return distinct(people.filter((name) => isTeam(name) && !teams.has(name.toLowerCase())));
}

export function isTeam(name: string): boolean {
  return name.includes("/");
}

function membersOf(team: string, teams: Question["teams"]): readonly string[] {
  return teams.get(team.toLowerCase()) ?? [];
}

/** The same on every machine, whatever its language. */
function byName(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
}
