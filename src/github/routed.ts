import type { GitHub, RequestCount } from "./client.ts";
import type { RepoRef } from "./repo-ref.ts";

/** The client for requests about another repository; its token is made when it is first needed. */
export type Elsewhere = (repository: RepoRef) => Promise<GitHub>;

/** GitHub for one repository, with another client for requests that name another one. */
export function routed(github: GitHub, here: RepoRef, elsewhere: Elsewhere): GitHub {
  const others = new Map<string, Promise<GitHub>>();
  const counted: GitHub[] = [github];

  async function clientFor(parameters: object | undefined): Promise<GitHub> {
    const named = repositoryIn(parameters);
    if (named === null || keyOf(named) === keyOf(here)) return github;
    const made = others.get(keyOf(named)) ?? elsewhere(named);
    others.set(keyOf(named), made);
    const client = await made;
    if (!counted.includes(client)) counted.push(client);
    return client;
  }

  return {
    self: github.self,
    get requests() {
      return counted.map(({ requests }) => requests).reduce(sum);
    },
    graphql: async (document, variables) => (await clientFor(variables)).graphql(document, variables),
    rest: async (route, parameters) => (await clientFor(parameters)).rest(route, parameters),
  };
}

/** The repository that a request names, over GraphQL or REST; null: none, as with an organization's project. */
function repositoryIn(parameters: object | undefined): RepoRef | null {
  const { owner, name, repo }: { owner?: unknown; name?: unknown; repo?: unknown } = { ...parameters };
  // Over REST `name` may be a label's.
  const repository = repo ?? name;
  return typeof owner === "string" && typeof repository === "string" ? { owner, name: repository } : null;
}

function keyOf({ owner, name }: RepoRef): string {
  return `${owner}/${name}`.toLowerCase();
}

function sum(one: Readonly<RequestCount>, other: Readonly<RequestCount>): RequestCount {
  return {
    rest: one.rest + other.rest,
    graphql: one.graphql + other.graphql,
    points: one.points + other.points,
    writes: one.writes + other.writes,
  };
}
