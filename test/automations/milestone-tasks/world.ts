import type { Simulator } from "../../../simulator/index.ts";
import type { SimIssue, SimProject, SimRepo, SimState } from "../../../simulator/state.ts";
import type { Automation } from "../../../src/automations/automation.ts";
import { commandsFor } from "../../../src/automations/commands/index.ts";
import { milestoneTasks } from "../../../src/automations/milestone-tasks/index.ts";
import { readDelivery } from "../../../src/engine/delivery.ts";
import type { ReconcileResult } from "../../../src/engine/reconcile.ts";
import type { GitHub } from "../../../src/github/client.ts";
import { foundNothing, type Reconciled, type ReconcileOptions as SharedOptions, worldOf } from "../world.ts";
import { fakeStore } from "./fake-store.ts";
import { issuesOnce, type MarkedIssue, parentsIn, tasksIn } from "./identity.ts";
import { type Kill, killed } from "./kill.ts";

/** A Friday, 10:00 in Tokyo. The following Monday is a holiday in Japan. */
const NOW = "2026-11-20T01:00:00Z";
export const BOT = "detoil[bot]";

type Words = Readonly<Record<string, unknown>>;

const AUTOMATIONS: readonly Automation[] = [milestoneTasks, commandsFor([milestoneTasks])];

function automationOf(target: string): Automation {
  const found = AUTOMATIONS.find(({ targets }) => targets.parse(target) !== null);
  if (found === undefined) throw new Error(`whose target is ${target}?`);
  return found;
}
interface ReconcileOptions {
  /** Default true. */
  readonly apply?: boolean;
  /** Whether Detoil has a store with observations; default false, as in a preview. */
  readonly withStore?: boolean;
  /** Stops the reconciliation at one of its writes. */
  readonly kill?: Kill;
}

export interface World {
  readonly state: SimState;
  readonly repo: SimRepo;
  act(as: string, action: string, words: object): Words;
  /** Pushes this sre.yml, as an object or as text, to the default branch. */
  configure(sre: Words | string): void;
  setNow(time: string): void;
  /** Creates a milestone, due on that day; returns its number. */
  milestone(title: string, due?: string | null): number;
  /** GitHub answers a query with at most this many nodes. */
  limit(nodes: number): Promise<void>;
  /** Every request so far. */
  requests(): Simulator["requests"];
  /** What GitHub refuses, as `POST /_sim/faults` takes it. */
  fails(...faults: readonly object[]): Promise<void>;
  /** Reconciles this target, and what it wakes: a milestone wakes conversations with commands, and these their milestone. */
  reconcile(target: string | number, options?: ReconcileOptions): Promise<Reconciled>;
  /** Reconciles and applies; then reconciles again, which must find nothing to do. */
  converge(target: string | number, options?: ReconcileOptions): Promise<Reconciled>;
  /** Targets that webhooks made stale since the last call. */
  staleTargets(): Promise<string[]>;
  /** The tasks created for a milestone by key, wherever they are now. */
  tasks(milestone: number): Map<string, SimIssue>;
  task(milestone: number, key: string): SimIssue;
  parent(milestone: number): SimIssue;
  issue(number: number): SimIssue;
  /** The texts of Detoil's comments on an issue, oldest first. */
  commentsOn(number: number): string[];
  /** What project 5 of acme shows of an issue; undefined: it is not in it. */
  item(number: number): SimProject["items"][number]["fields"] | undefined;
}

/** sre.yml of a team in Tokyo with these tasks; `top` and `more` go to the top and under `milestones`. */
export function sre(tasks: readonly object[], more: Words = {}, top: Words = {}): Words {
  return {
    version: 1,
    timezone: "Asia/Tokyo",
    calendar: { holidays: "JP" },
    ...top,
    milestones: { ...more, tasks },
  };
}

/** acme/shop, private, without milestones: alice, bob and dave may write, mona may read, carol has no access. */
export function shop(
  config: Words | string,
  more: { repo?: object; repos?: readonly object[]; world?: object } = {},
): World {
  const stale: string[] = [];
  const stores = new Map(AUTOMATIONS.map((automation) => [automation, storeOf(() => new Date(world.state.now))]));
  const world = worldOf(
    {
      now: NOW,
      users: ["alice", "bob", "carol", "dave", "mona"].map((login) => ({ login })),
      repos: [
        {
          name: "acme/shop",
          default_branch: "main",
          permission: { alice: "admin", bob: "write", dave: "write", mona: "read" },
          commits: [
            { sha: "start", message: "Start", files: { "a.txt": "a\n", ".github/sre.yml": textOfConfig(config) } },
          ],
          branches: { main: "start" },
          ...more.repo,
        },
        { name: "acme/attic", permission: { alice: "admin" } },
        ...(more.repos ?? []),
      ],
      ...more.world,
    },
    {
      transport: async (request) => {
        const name = request.headers.get("x-github-event") ?? "";
        const { webhook } = readDelivery("guid", name, (await request.json()) as Words);
        if (webhook !== null && webhook.repository.name === "shop") {
          const self = { slug: "detoil", login: BOT };
          for (const automation of AUTOMATIONS) {
            stale.push(...automation.targetsFor(webhook, self));
            for (const key of automation.observes?.(webhook, self) ?? []) stores.get(automation)?.observe(key, actedAt);
          }
        }
        return new Response(null, { status: 202 });
      },
    },
  );
  const { simulator, state, repo, connect } = world;
  // Its webhook may arrive here after a test has moved the clock.
  let actedAt = new Date(state.now);
  const act: World["act"] = (...words) => {
    actedAt = new Date(state.now);
    return world.act(...words);
  };
  simulator.webhooks.url = "http://detoil.test/api/github/webhooks";
  const issue = (number: number) => {
    const found = repo.issues.get(number);
    if (found === undefined) throw new Error(`there is no #${number}`);
    return found;
  };
  const only = (found: readonly MarkedIssue[], what: string): SimIssue => {
    const [first] = found;
    if (first === undefined || found.length > 1) throw new Error(`${found.length} of ${what}`);
    return first.issue;
  };
  const healthy = () => {
    issuesOnce(repo);
    if (simulator.unexpected.length > 0) throw new Error(simulator.unexpected.join("\n"));
  };
  const reconcileOne = async (
    github: GitHub,
    target: string,
    { apply, withStore }: Required<Omit<ReconcileOptions, "kill">>,
  ) => {
    const automation = automationOf(target);
    const store = stores.get(automation)?.store;
    const stored: SharedOptions =
      store === undefined || !withStore
        ? {}
        : {
            memory: store.observations,
            writing: { registry: store.registry },
            refusals: store.refusals,
            onObsolete: store.drop,
          };
    return world.reconcile(automation, target, { github, apply, ...stored });
  };
  const reconcileTarget: World["reconcile"] = async (on, { apply = true, withStore = false, kill } = {}) => {
    await simulator.idle();
    const github = kill === undefined ? connect() : killed(connect(), kill);
    const first = typeof on === "number" ? `milestone/${on}` : on;
    /** Target → how much had been written before it was reconciled last. */
    const visited = new Map<string, number>();
    const results: ReconcileResult[] = [];
    try {
      for (const queue = [first]; queue.length > 0; ) {
        const target = queue.shift() ?? first;
        visited.set(target, github.requests.writes);
        const result = await reconcileOne(github, target, { apply, withStore });
        const isStart = target === first;
        // The facts are those of the target that was asked for, as it was left.
        if (isStart) results.unshift(result);
        else results.push(result);
        for (const wake of result.wakes) {
          if ((visited.get(wake.target) ?? -1) < github.requests.writes) queue.push(wake.target);
        }
      }
      if (!apply && github.requests.writes > 0) throw new Error("a preview wrote");
      const [result] = results;
      if (result === undefined) throw new Error("nothing was reconciled");
      return { ...result, plan: results.flatMap(({ plan }) => plan), requests: { ...github.requests } };
    } finally {
      healthy();
    }
  };
  return {
    state,
    repo,
    act,
    configure(next) {
      const commits = [{ message: "Change sre.yml", files: { ".github/sre.yml": textOfConfig(next) } }];
      act("alice", "push", { branch: "main", commits });
    },
    setNow: world.setNow,
    milestone(title, due = null) {
      const due_on = due === null ? null : `${due}T12:00:00Z`;
      return Number(act("alice", "create-milestone", { title, due_on }).number);
    },
    requests: () => simulator.requests,
    fails: world.fails,
    limit: world.limit,
    reconcile: reconcileTarget,
    async converge(target, options = {}) {
      const result = await reconcileTarget(target, options);
      foundNothing(await reconcileTarget(target, { ...options, apply: false }));
      return result;
    },
    async staleTargets() {
      await simulator.idle();
      return [...new Set(stale.splice(0))];
    },
    tasks: (milestone) =>
      new Map(
        tasksIn(repo)
          .filter((one) => one.milestone === milestone)
          .map((one) => [one.key, one.issue]),
      ),
    task: (milestone, key) =>
      only(
        tasksIn(repo).filter((one) => one.milestone === milestone && one.key === key),
        `the task ${milestone}/${key}`,
      ),
    parent: (milestone) =>
      only(
        parentsIn(repo).filter((one) => one.milestone === milestone),
        `the parent of ${milestone}`,
      ),
    issue,
    commentsOn: (number) =>
      issue(number)
        .comments.filter(({ user }) => user === BOT)
        .map(({ body }) => body),
    item: (number) =>
      state.projects
        .find((project) => project.owner === "acme" && project.number === 5)
        ?.items.find((one) => one.repo === "acme/shop" && one.number === number)?.fields,
  };
}

function storeOf(now: () => Date) {
  const observed = new Map<string, Date>();
  const observe = (key: string, at: Date) => void observed.set(key, observed.get(key) ?? at);
  return { store: fakeStore(observed, now), observe };
}

/** JSON is YAML. */
function textOfConfig(config: Words | string): string {
  return typeof config === "string" ? config : JSON.stringify(config);
}
