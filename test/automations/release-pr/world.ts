import type { SimPull, SimRepo } from "../../../simulator/state.ts";
import { releasePr } from "../../../src/automations/release-pr/index.ts";
import type { Memory } from "../../../src/engine/reconcile.ts";
import { type Reconciled, type ReconcileOptions, worldOf as sharedWorld } from "../world.ts";

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
  reconcile(target?: string, apply?: boolean, memory?: Memory, more?: ReconcileOptions): Promise<Reconciled>;
  /** Reconciles and applies; then reconciles again, which must find nothing to do. */
  converge(target?: string, memory?: Memory): Promise<Reconciled>;
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
  const shared = sharedWorld(world, { name });
  const { simulator, repo, act } = shared;
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
    act,
    now: shared.now,
    setNow: shared.setNow,
    limit: shared.limit,
    fault: shared.fails,
    land(branch, { as = "alice", onto = "develop", method = "merge", commits = 1, ...words } = {}) {
      const messages = Array.from({ length: commits }, (_, at) => ({ message: `${branch}: step ${at + 1}` }));
      act(as, "push", { branch, from: onto, commits: messages });
      const opened = act(as, "open-pull", { title: `Do ${branch}`, base: onto, head: branch, ...words });
      const number = Number(opened.number);
      act(as, "merge-pull", { number, method });
      return number;
    },
    reconcile: (target = "lanes", apply = true, memory, more = {}) =>
      shared.reconcile(releasePr, target, { apply, ...known(memory), ...more }),
    converge: (target = "lanes", memory) => shared.converge(releasePr, target, known(memory)),
  };
}

function known(memory: Memory | undefined) {
  return memory === undefined ? {} : { memory };
}
