import { suiteId } from "../../../simulator/rest/check-suite.ts";
import type { SimCheckRun, SimIssue, SimRepo } from "../../../simulator/state.ts";
import { config } from "../../../src/automations/config/index.ts";
import { type Reconciled, worldOf } from "../world.ts";

export const FILE = ".github/sre.yml";
export const LANE = "version: 1\nrelease: {lanes: [{from: develop, to: main}]}\n";

export interface World {
  readonly repo: SimRepo;
  act(as: string, action: string, words: object): Readonly<Record<string, unknown>>;
  /** Opens a pull request that changes these files; returns its number. */
  propose(files: Readonly<Record<string, string | null>>, words?: object): number;
  /** Changes files on the default branch. */
  land(files: Readonly<Record<string, string | null>>): void;
  reconcile(target: string, apply?: boolean): Promise<Reconciled>;
  /** Reconciles and applies; then reconciles again, which must find nothing to do. */
  converge(target: string): Promise<Reconciled>;
  /** The target for everything that an App, by default Detoil, says on a commit. */
  suite(sha: string, app?: string): string;
  /** Check runs of this name on a pull request's head, oldest first. */
  checks(number: number): SimCheckRun[];
  issues(): SimIssue[];
}

/** acme/shop with this sre.yml on its default branch, `develop`; more repositories and the reconciliation of another one. */
export function shop(
  text: string | null,
  more: { repos?: readonly object[]; name?: string; repo?: object } = {},
): World {
  const name = more.name ?? "acme/shop";
  const { repo, act, reconcile, converge } = worldOf(
    {
      now: "2026-11-20T01:00:00Z",
      users: [{ login: "alice" }, { login: "bo" }],
      repos: [
        {
          name,
          default_branch: "develop",
          permission: { alice: "write" },
          commits: [
            {
              sha: "start",
              message: "Start",
              committed_at: "2026-11-01T00:00:00Z",
              files: { "a.txt": "a\n", ...(text === null ? {} : { [FILE]: text }) },
            },
          ],
          branches: { main: "start", develop: "start" },
          ...more.repo,
        },
        ...(more.repos ?? []),
      ],
    },
    { name },
  );
  let branches = 0;
  return {
    repo,
    act,
    propose(files, words = {}) {
      const branch = `change-${++branches}`;
      act("alice", "push", { branch, from: "develop", commits: [{ message: "Change", files }] });
      return Number(act("alice", "open-pull", { title: "Change", base: "develop", head: branch, ...words }).number);
    },
    land(files) {
      act("alice", "push", { branch: "develop", commits: [{ message: "Change", files }] });
    },
    reconcile: (target, apply = true) => reconcile(config, target, { apply }),
    converge: (target) => converge(config, target),
    suite: (sha, app = "detoil") => `suite/${suiteId(repo, app, sha)}`,
    checks(number) {
      const sha = repo.pulls.get(number)?.head_sha;
      return [...repo.check_runs.values()].filter((run) => run.sha === sha && run.name === "Detoil / config");
    },
    issues: () => [...repo.issues.values()],
  };
}
