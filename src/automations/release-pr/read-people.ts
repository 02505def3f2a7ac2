import type { Self } from "../../github/client.ts";
import { nodesOf } from "../../github/nodes.ts";
import type { OwnCheckRun, Person } from "./facts.ts";

export interface ActorNode {
  readonly __typename: string;
  readonly login: string;
}

/** GraphQL calls a bot `renovate`, REST `renovate[bot]`; here they are all named as REST does. */
export function personOf(actor: ActorNode | null): Person | null {
  if (actor === null) return null;
  const bot = actor.__typename !== "User" && actor.__typename !== "EnterpriseUserAccount";
  const login = actor.__typename === "Bot" && !actor.login.endsWith("[bot]") ? `${actor.login}[bot]` : actor.login;
  return { login, bot };
}

interface SuiteNode {
  readonly app: { readonly slug: string } | null;
  readonly checkRuns: {
    readonly nodes:
      | readonly ({
          readonly databaseId: number | null;
          readonly conclusion: string | null;
          readonly title: string | null;
          readonly summary: string | null;
        } | null)[]
      | null;
  } | null;
}

/** A commit's check suites as the documents here ask for them. */
export type Suites = { readonly nodes: readonly (SuiteNode | null)[] | null };

/** This App's own run among a commit's suites; the query asked for runs of our name alone. */
export function ownRunOf(suites: Suites | null | undefined, self: Self): OwnCheckRun | null {
  const runs = nodesOf(suites)
    .filter((suite) => suite.app?.slug === self.slug)
    .flatMap((suite) => nodesOf(suite.checkRuns))
    .flatMap(({ databaseId, conclusion, title, summary }) =>
      databaseId === null ? [] : [{ id: databaseId, conclusion: conclusion?.toLowerCase() ?? null, title, summary }],
    );
  return runs.reduce<OwnCheckRun | null>((latest, run) => (latest === null || run.id > latest.id ? run : latest), null);
}
