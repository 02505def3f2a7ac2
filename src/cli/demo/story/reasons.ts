import type { Simulator } from "../../../../simulator/index.ts";
import type { SimRepo } from "../../../../simulator/state.ts";
import type { Automation, Target } from "../../../automations/automation.ts";
import { automations } from "../../../automations/index.ts";
import { reconcile } from "../../../engine/reconcile.ts";
import type { Action } from "../../../github/actions.ts";
import { GitHubError } from "../../../github/errors.ts";
import { connectToken } from "../../../github/token.ts";

/**
 * What Detoil is about to write in a repository at `now`, each with its `because`: the plan that `detoil preview` prints, made
 * while the webhooks are still held back. Reads only.
 */
export async function reasonsIn(simulator: Simulator, repo: SimRepo, now: Date): Promise<readonly Action[]> {
  const [owner = "", name = ""] = repo.name.split("/");
  const github = connectToken({
    baseUrl: `${simulator.baseUrl}/api/v3`,
    token: simulator.installationToken(owner),
    slug: simulator.app.slug,
    fetch: simulator.fetch,
  });
  const context = {
    github,
    repository: { id: repo.id, owner, name },
    now,
    webUrl: simulator.baseUrl,
    apply: false,
  };
  const plan: Action[] = [];
  for (const automation of automations) {
    const targets = targetsOf(automation, repo);
    for (const target of targets) {
      try {
        const found = await reconcile({ ...context, automation, target });
        plan.push(...found.plan);
        // iterating a set includes items that are added meanwhile
        for (const further of found.fanOut) targets.add(further);
      } catch (error) {
        // The server gets the same error and handles it; here it only means that there is no reason to show yet.
        if (!(error instanceof GitHubError)) throw error;
      }
    }
  }
  return plan;
}

function targetsOf(automation: Automation, repo: SimRepo): Set<Target> {
  const open = [...repo.pulls.values()].filter(({ state }) => state === "open");
  return new Set([
    ...automation.allTargets,
    ...open.flatMap(({ number }) => automation.numbered?.target(number) ?? []),
  ]);
}
