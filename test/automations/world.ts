import { createSimulator, parseWorld, type Simulator } from "../../simulator/index.ts";
import type { SimRepo, SimState } from "../../simulator/state.ts";
import type { Automation, Repository, Target } from "../../src/automations/automation.ts";
import { type ReconcileRequest, type ReconcileResult, reconcile } from "../../src/engine/reconcile.ts";
import type { GitHub, RequestCount } from "../../src/github/client.ts";
import { connectToken } from "../../src/github/token.ts";

type Words = Readonly<Record<string, unknown>>;

/** What a reconciliation is made with; the rest is the world's. Default: it is applied, and nothing is remembered. */
export type ReconcileOptions = Partial<
  Pick<
    ReconcileRequest,
    "apply" | "memory" | "installation" | "book" | "writing" | "granted" | "refusals" | "onObsolete"
  >
> & {
  /** The client, if the test has wrapped it. */
  readonly github?: GitHub;
};

export type Reconciled = ReconcileResult & { readonly requests: RequestCount };

/** A world file, reconciled through the real client and the simulated GitHub. */
export interface TestWorld {
  readonly simulator: Simulator;
  readonly state: SimState;
  readonly repo: SimRepo;
  now(): Date;
  setNow(time: string): void;
  /** A person acts on GitHub, as over the control API. */
  act(as: string, action: string, words?: object): Words;
  /** The next requests like these fail, as `POST /_sim/faults` takes them. */
  fails(...faults: readonly object[]): Promise<void>;
  /** GitHub answers a query with at most this many nodes. */
  limit(nodes: number): Promise<void>;
  /** A client of the installation. */
  connect(): GitHub;
  reconcile(automation: Automation, target: Target, options?: ReconcileOptions): Promise<Reconciled>;
  /** Reconciles and applies; then reconciles again, which must find nothing to do. */
  converge(automation: Automation, target: Target, options?: ReconcileOptions): Promise<Reconciled>;
}

interface WorldOptions {
  /** The repository that is reconciled; default acme/shop. */
  readonly name?: string;
  /** Where the simulator's webhooks go; default: nowhere. */
  readonly transport?: (request: Request) => Promise<Response>;
}

/** `world`: as for `preview --world`, parsed or as text. */
export function worldOf(world: object | string, { name = "acme/shop", transport }: WorldOptions = {}): TestWorld {
  const state = parseWorld(world, "world.json");
  const simulator = createSimulator(state, transport === undefined ? {} : { transport });
  const repo = state.repos.get(name);
  if (repo === undefined) throw new Error(`no ${name}`);
  const [owner = "", short = ""] = name.split("/");
  const repository: Repository = { id: repo.id, owner, name: short };
  const control = async (path: string, body: object) => {
    const headers = { "content-type": "application/json" };
    const request = new Request(`${simulator.baseUrl}${path}`, { method: "POST", body: JSON.stringify(body), headers });
    const answer = await simulator.fetch(request);
    if (!answer.ok) throw new Error(await answer.text());
  };
  const connect = () =>
    connectToken({
      baseUrl: simulator.apiUrl,
      token: simulator.installationToken(name),
      slug: state.app.slug,
      fetch: simulator.fetch,
    });
  const now = () => new Date(state.now);
  const reconcileTarget: TestWorld["reconcile"] = async (
    automation,
    target,
    { github = connect(), apply = true, ...options } = {},
  ) => {
    const place = { github, repository, automation, target, now: now(), webUrl: "https://github.com" };
    const result = await reconcile({ ...place, apply, describes: true, ...options });
    return { ...result, requests: { ...github.requests } };
  };
  return {
    simulator,
    state,
    repo,
    now,
    setNow(time) {
      state.now = time;
    },
    act: (as, action, words) => simulator.do({ as, action, repo: name, ...words }),
    fails: (...faults) => control("/_sim/faults", faults),
    limit: (nodes) => control("/_sim/limits", { query_nodes: nodes }),
    connect,
    reconcile: reconcileTarget,
    async converge(automation, target, options = {}) {
      const result = await reconcileTarget(automation, target, options);
      foundNothing(await reconcileTarget(automation, target, { ...options, apply: false }));
      if (simulator.unexpected.length > 0) throw new Error(simulator.unexpected.join("\n"));
      return result;
    },
  };
}

/** Throws if a second reconciliation still finds something to do. */
export function foundNothing({ plan }: Pick<ReconcileResult, "plan">): void {
  if (plan.length > 0) throw new Error(`a second reconciliation still finds: ${JSON.stringify(plan, null, 1)}`);
}
