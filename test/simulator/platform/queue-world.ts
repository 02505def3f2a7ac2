import { createSimulator, parseWorld } from "../../../simulator/index.ts";

const REPO = "acme/shop";
const commit = (sha: string, parents: string[], file: string) => ({ sha, parents, message: sha, files: [file] });

/** A repository with two pull requests into main, with the given changes. */
export function queueWorld(change: object = {}) {
  const world = {
    now: "2026-11-20T01:00:00Z",
    app: { id: 7 },
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
        ...change,
      },
    ],
  };
  const simulator = createSimulator(parseWorld(world, "queue"));
  return {
    simulator,
    act: (action: string, fields: object) => simulator.do({ as: "alice", action, repo: REPO, ...fields }),
    repo: () => {
      const repo = simulator.state.repos.get(REPO);
      if (repo === undefined) throw new Error("no repository");
      return repo;
    },
  };
}
