import type { Automation, WebhookEvent } from "../../src/automations/automation.ts";
import type { App } from "../../src/github/app.ts";
import type { GitHub } from "../../src/github/client.ts";
import { putInstallation } from "../../src/store/installations.ts";
import { upsertRepositories } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";

export const SELF = { slug: "detoil", login: "detoil[bot]" };

/** For automations that only tests have. */
export const anyTarget: Automation["targets"] = { parse: (target) => target, format: String };

/** An automation that wakes for everything, and looks at nothing by itself. */
export function automation(name: string, changes: Partial<Automation> = {}): Automation {
  return {
    name,
    part: { en: name, ja: name },
    section: null,
    permissions: { contents: "read" },
    events: [],
    targets: anyTarget,
    targetsFor: (event: WebhookEvent) => [event.name],
    allTargets: ["all"],
    numbered: null,
    gather: async () => null,
    plan: () => [],
    describe: () => ({}),
    ...changes,
  };
}

/** One installation (1, acme) with one repository (10, acme/shop). */
export async function acmeShop(store: Store): Promise<void> {
  await putInstallation(store.db, { id: 1, account: "acme", suspended: false, permissions: { contents: "read" } });
  await upsertRepositories(store.db, [{ installationId: 1, id: 10, owner: "acme", name: "shop" }]);
}

/** GitHub with canned answers by route; a function is called, an error is thrown. */
export function githubWith(answers: Readonly<Record<string, unknown>>): GitHub {
  return {
    self: SELF,
    requests: { rest: 1, graphql: 0, points: 0, writes: 0 },
    async graphql() {
      throw new Error("no GraphQL here");
    },
    rest: (async (route: string, parameters: unknown) => {
      const answer = answers[route];
      if (answer === undefined) throw new Error(`unexpected ${route}`);
      if (answer instanceof Error) throw answer;
      return typeof answer === "function" ? answer(parameters) : { data: answer, headers: {} };
    }) as unknown as GitHub["rest"],
  };
}

export function appWith(
  asApp: Readonly<Record<string, unknown>>,
  installation: App["installation"] = async () => githubWith({}),
): App {
  return { id: 7, self: SELF, asApp: () => githubWith(asApp), installation };
}
