import type { GitHub } from "../../../github/client.ts";
import { meaningOf } from "../../../github/error-meaning.ts";
import { readNumberedPages } from "../../../github/read-pages.ts";
import { A_PAGE } from "../../../github-limits.ts";
import type { Kept, Observations, ReconcileContext } from "../../automation.ts";
import type { RequestFacts } from "../facts.ts";
import { ownersOf } from "../picking/codeowners.ts";
import { isTeam } from "../picking/expand.ts";
import { distinct } from "../picking/login.ts";

type Context = ReconcileContext<"help-wanted">;
type Teams = RequestFacts["teams"];

const MEMBERS: Kept<Teams> = { name: "help-wanted/teams" };
const HOUR_MS = 3_600_000;
const BYTES_PER_MEMBER = 60;

/** The members of the teams that sre.yml and CODEOWNERS name. A team that cannot be read is missing; it is read once an hour. */
export async function readTeams(
  github: GitHub,
  context: Context,
  { cache }: Pick<Observations, "cache">,
  { codeowners, paths }: Pick<RequestFacts, "codeowners" | "paths">,
): Promise<Teams> {
  const { people, routes, "escalate-to": escalateTo } = context.section;
  const owners = codeowners === null || paths === null ? [] : ownersOf(codeowners, paths).owners;
  const routed = routes.flatMap((route) => (route.people === "codeowners" ? owners : route.people));
  const teams = distinct([...people, ...routed, ...escalateTo].filter(isTeam)).map((team) => team.toLowerCase());
  if (teams.length === 0) return new Map();
  const key = `${Math.floor(context.now.getTime() / HOUR_MS)} ${teams.join(" ")}`;
  const kept = cache.get(MEMBERS, key);
  if (kept !== null) return kept;
  const read = new Map<string, readonly string[]>();
  for (const team of teams) {
    const members = await readMembers(github, team);
    if (members !== null) read.set(team, members);
  }
  const count = [...read.values()].reduce((sum, members) => sum + members.length, teams.length);
  // A permission that is granted in the meantime is to count at once.
  if (read.size === teams.length) cache.set(MEMBERS, key, read, count * BYTES_PER_MEMBER);
  return read;
}

/** null: there is no such team, or its members are not for this App to see. */
async function readMembers(github: GitHub, team: string): Promise<readonly string[] | null> {
  const [org = "", team_slug = ""] = team.split("/");
  const route = "GET /orgs/{org}/teams/{team_slug}/members";
  const read = async (page: number) => (await github.rest(route, { org, team_slug, per_page: A_PAGE, page })).data;
  const members: string[] = [];
  try {
    for await (const page of readNumberedPages(read)) members.push(...page.map(({ login }) => login));
  } catch (error) {
    const { is } = meaningOf(error);
    if (is === "gone" || is === "place gone" || is === "not permitted") return null;
    throw error;
  }
  return members;
}
