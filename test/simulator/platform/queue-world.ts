import { createSimulator, parseWorld, type Simulator } from "../../../src/simulator/index.ts";

const REPO = "acme/shop";
const PERMISSIONS = {
  metadata: "read",
  contents: "read",
  pull_requests: "write",
  checks: "write",
  merge_queues: "read",
};

/** A repository with two pull requests into main, and every webhook that the App is sent. */
export function queueWorld(
  change: { readonly repo?: object; readonly permissions?: object; readonly without?: string } = {},
) {
  const received: { name: string; body: Record<string, unknown> }[] = [];
  const commit = (sha: string, parents: string[], file: string) => ({ sha, parents, message: sha, files: [file] });
  const world = {
    now: "2026-11-20T01:00:00Z",
    app: {
      id: 7,
      permissions: Object.fromEntries(
        Object.entries({ ...PERMISSIONS, ...change.permissions }).filter(([resource]) => resource !== change.without),
      ),
      events: ["push", "pull_request", "check_run", "check_suite", "merge_group", "create", "delete"],
    },
    users: [{ login: "alice" }],
    repos: [
      {
        name: REPO,
        default_branch: "main",
        permission: { alice: "admin" },
        commits: [commit("c1", [], "a"), commit("c2", ["c1"], "b"), commit("c3", ["c1"], "c")],
        branches: { main: "c1", "feat/b": "c2", "feat/c": "c3" },
        pulls: [
          { number: 1, title: "B", user: "alice", base: "main", head: "feat/b", head_sha: "c2", state: "open" },
          { number: 2, title: "C", user: "alice", base: "main", head: "feat/c", head_sha: "c3", state: "open" },
        ],
        ...change.repo,
      },
    ],
  };
  const simulator = createSimulator(parseWorld(world, "queue"), {
    transport: async (request) => {
      const body = (await request.json()) as Record<string, unknown>;
      const event = request.headers.get("x-github-event");
      received.push({ name: body.action === undefined ? `${event}` : `${event}.${body.action}`, body });
      return new Response(null, { status: 202 });
    },
  });
  Object.assign(simulator.webhooks, { url: "http://receiver.test/hook", secret: "s3cret" });
  const as = (simulated: Simulator, action: string, fields: object) =>
    simulated.do({ as: "alice", action, repo: REPO, ...fields });
  return {
    simulator,
    received,
    names: () => received.map(({ name }) => name),
    act: (action: string, fields: object) => as(simulator, action, fields),
    repo: () => {
      const repo = simulator.state.repos.get(REPO);
      if (repo === undefined) throw new Error("no repository");
      return repo;
    },
  };
}
