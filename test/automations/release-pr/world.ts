import { createSimulator, parseWorld } from "../../../simulator/index.ts";
import type { SimPull, SimRepo } from "../../../simulator/state.ts";
import type { Observations, Repository } from "../../../src/automations/automation.ts";
import { releasePr } from "../../../src/automations/release-pr/index.ts";
import { noObservations, type ReconcileResult, reconcile } from "../../../src/engine/reconcile.ts";
import type { RequestCount } from "../../../src/github/client.ts";
import { connectToken } from "../../../src/github/token.ts";

export interface World {
  readonly repo: SimRepo;
  /** The cost of each GraphQL request so far, as GitHub counts it. */
  points(): number[];
  pull(number: number): SimPull;
  /** The open pull request of the lane. */
  release(head?: string, base?: string): SimPull;
  /** A person acts, as over the control API. */
  act(as: string, action: string, words: object): Readonly<Record<string, unknown>>;
  /** A branch with commits and its pull request, which is merged; returns its number. */
  land(branch: string, words?: Landing): number;
  now(): Date;
  setNow(now: string): void;
  /** GitHub answers a query with at most this many nodes. */
  limit(nodes: number): Promise<void>;
  /** The next requests like this fail. */
  fault(fault: object): Promise<void>;
  /** `memory`: what is known from earlier reconciliations; default: nothing. */
  reconcile(
    target?: string,
    apply?: boolean,
    memory?: Observations,
  ): Promise<ReconcileResult & { readonly requests: RequestCount }>;
  /** Reconciles and applies; then reconciles again, which must find nothing to do. */
  converge(target?: string, memory?: Observations): Promise<ReconcileResult & { readonly requests: RequestCount }>;
}

interface Landing {
  readonly as?: string;
  readonly onto?: string;
  readonly method?: "merge" | "squash" | "rebase";
  readonly commits?: number;
  readonly title?: string;
  readonly body?: string;
}

/** acme/shop with nothing waiting between `develop` and `main`, and this sre.yml. */
export function shop(config: string, more: object = {}, top: object = {}): World {
  return worldOf({
    ...top,
    now: "2026-11-20T01:00:00Z",
    users: [{ login: "alice" }, { login: "bo" }, { login: "renovate[bot]", type: "Bot" }],
    repos: [
      {
        name: "acme/shop",
        default_branch: "develop",
        permission: { alice: "write", bo: "admin" },
        files: { ".github/sre.yml": `version: 1\n${config}` },
        commits: [
          {
            sha: "start",
            message: "Start",
            author: "alice",
            authored_at: "2026-11-01T00:00:00Z",
            committed_at: "2026-11-01T00:00:00Z",
          },
        ],
        branches: { main: "start", develop: "start" },
        ...more,
      },
    ],
  });
}

/** The list lines of a body. */
export function listOf(body: string): string[] {
  return body.split(/\r?\n/).filter((line) => /^\s*[-*+] /.test(line));
}

export const LANE = "release: {lanes: [{from: develop, to: main}]}";

/** A world, reconciled through the real client and the simulated GitHub. */
export function worldOf(world: object | string, name = "acme/shop"): World {
  const state = parseWorld(world, "world.json");
  const simulator = createSimulator(state);
  const repo = state.repos.get(name);
  if (repo === undefined) throw new Error(`no ${name}`);
  const [owner = "", short = ""] = name.split("/");
  const repository: Repository = { id: repo.id, owner, name: short };
  async function reconcileTarget(target = "lanes", apply = true, memory: Observations = noObservations) {
    const github = connectToken({
      baseUrl: simulator.apiUrl,
      token: simulator.installationToken(name),
      slug: state.app.slug,
      fetch: (input, init) => simulator.fetch(new Request(input, init)),
    });
    const now = new Date(state.now);
    const result = await reconcile({
      github,
      repository,
      automation: releasePr,
      target,
      now,
      webUrl: "https://github.com",
      apply,
      memory,
      describes: true,
    });
    return { ...result, requests: { ...github.requests } };
  }
  const pull = (number: number) => {
    const found = repo.pulls.get(number);
    if (found === undefined) throw new Error(`no #${number}`);
    return found;
  };
  return {
    repo,
    points: () =>
      simulator.requests
        .filter((request) => request.points > 0 && request.path.endsWith("/graphql"))
        .map((request) => request.points),
    pull,
    release(head = "develop", base = "main") {
      const found = [...repo.pulls.values()].find(
        (one) => one.state === "open" && one.head === head && one.base === base && one.head_repo === name,
      );
      if (found === undefined) throw new Error(`no open ${head} → ${base}`);
      return found;
    },
    act: (as, action, words) => simulator.do({ as, action, repo: name, ...words }),
    now: () => new Date(state.now),
    setNow(now) {
      state.now = now;
    },
    async limit(nodes) {
      const body = JSON.stringify({ query_nodes: nodes });
      await simulator.fetch(`${simulator.baseUrl}/_sim/limits`, { method: "POST", body });
    },
    async fault(fault) {
      const body = JSON.stringify([fault]);
      const headers = { "content-type": "application/json" };
      const answer = await simulator.fetch(
        new Request(`${simulator.baseUrl}/_sim/faults`, { method: "POST", body, headers }),
      );
      if (!answer.ok) throw new Error(await answer.text());
    },
    land(branch, { as = "alice", onto = "develop", method = "merge", commits = 1, ...words } = {}) {
      const messages = Array.from({ length: commits }, (_, at) => ({ message: `${branch}: step ${at + 1}` }));
      simulator.do({ as, action: "push", repo: name, branch, from: onto, commits: messages });
      const opened = simulator.do({
        as,
        action: "open-pull",
        repo: name,
        title: `Do ${branch}`,
        base: onto,
        head: branch,
        ...words,
      });
      const number = Number(opened.number);
      simulator.do({ as, action: "merge-pull", repo: name, number, method });
      return number;
    },
    reconcile: reconcileTarget,
    async converge(target = "lanes", memory = noObservations) {
      const result = await reconcileTarget(target, true, memory);
      const again = await reconcileTarget(target, false, memory);
      if (simulator.unexpected.length > 0) throw new Error(simulator.unexpected.join("\n"));
      if (again.plan.length > 0)
        throw new Error(`a second reconciliation still finds: ${JSON.stringify(again.plan, null, 1)}`);
      return result;
    },
  };
}
