import { branchGuard } from "../../../src/automations/branch-guard/index.ts";
import { type ReconcileOptions, worldOf } from "../world.ts";

const NOW = "2026-11-20T01:00:00Z";
const CHECK = "Detoil / branch";

const RULES = `branches:
  - into: main
    from: [staging, "hotfix/*"]
  - into: develop
    from: ["*"]
    forks: true
    not-based-on: [main, staging]
    except: ["hotfix/*"]
`;

interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
}

const commits = (...made: readonly (readonly [sha: string, ...parents: string[]])[]) =>
  made.map(([sha, ...parents], index) => {
    const committed_at = new Date(Date.parse("2026-11-01T00:00:00Z") + index * 3_600_000).toISOString();
    return { sha, parents, message: sha, author: "alice", committed_at, files: [`${sha}.ts`] };
  });

/**
 * develop → staging → main, with a release: `d1` went to staging (`s1`) and to main (`m1`), and develop went on (`d2`). A feature
 * `f1` was cut from develop and is tried on staging (`s2`).
 */
const HISTORY = commits(
  ["c1"],
  ["d1", "c1"],
  ["s1", "c1", "d1"],
  ["m1", "c1", "s1"],
  ["d2", "d1"],
  ["f1", "d2"],
  ["f2", "f1"],
  ["s2", "s1", "f2"],
);

interface Options {
  /** sre.yml without its version. */
  readonly rules?: string;
  readonly repo?: object;
  readonly world?: object;
  /** Further commits. */
  readonly more?: readonly (readonly [sha: string, ...parents: string[]])[];
  readonly branches?: Readonly<Record<string, string>>;
  readonly pulls?: readonly object[];
}

/** What one pull request looks like in a world file. */
export const pull = (number: number, head: string, head_sha: string, base = "develop", more: object = {}) => ({
  ...{ number, title: head, user: "alice", base, head, head_sha, ...more },
});

export function guarded({
  rules = RULES,
  repo = {},
  world: more = {},
  more: made = [],
  branches = {},
  pulls = [],
}: Options = {}) {
  const world = worldOf({
    now: NOW,
    users: [{ login: "alice" }, { login: "bo" }],
    ...more,
    repos: [
      {
        name: "acme/shop",
        default_branch: "develop",
        permission: { alice: "write", bo: "admin" },
        files: { ".github/sre.yml": `version: 1\n${rules}` },
        commits: [...HISTORY, ...commits(...made)] satisfies readonly Commit[],
        branches: { main: "m1", staging: "s2", develop: "d2", "feat/f": "f2", ...branches },
        pulls,
        ...repo,
      },
    ],
  });
  const { repo: simulated } = world;
  const shaOf = (branch: string) => simulated.branches.get(branch) ?? "";
  /** What the check on a commit says last; null: there is none. */
  const checkOn = (sha: string) => {
    const run = [...simulated.check_runs.values()].findLast((one) => one.sha === sha && one.name === CHECK);
    return run === undefined ? null : { conclusion: run.conclusion, ...run.output };
  };
  return {
    ...world,
    shaOf,
    checkOn,
    /** The check on a pull request's head. */
    check: (number: number) => checkOn(simulated.pulls.get(number)?.head_sha ?? ""),
    reconcile: (target: string, options: ReconcileOptions = {}) => world.reconcile(branchGuard, target, options),
    /** Reconciles until nothing is left to do. */
    converge: (target: string) => world.converge(branchGuard, target),
    /** Whether pull requests may be merged, as `preview` says. */
    async allowed(target = "pulls") {
      const { facts } = await world.reconcile(branchGuard, target, { apply: false });
      const pulls = (facts?.pulls ?? []) as readonly { number: number; allowed: boolean; reasons: readonly string[] }[];
      return pulls;
    },
  };
}
