import { createSimulator, listen, parseWorld } from "../../src/simulator/index.ts";
import type { Fact, Scratch } from "./fact.ts";
import { appToken, requestsTo } from "./requests.ts";

const OWNER = "acme";
const REPO = "scratch";

/** A repository as anybody can make one on github.com: two commits, a second person, nothing else. */
const REPOSITORY = {
  name: `${OWNER}/${REPO}`,
  default_branch: "main",
  private: false,
  permission: { alice: "write" },
  files: { "README.md": "# Scratch\n" },
  commits: [
    { sha: "c1", message: "Initial commit", author: "alice", files: { "README.md": "# Scratch\n" } },
    { sha: "c2", parents: ["c1"], message: "Second commit", author: "alice", files: { "a.txt": "a\n" } },
  ],
  branches: { main: "c2" },
};

/** Tries one fact on a simulated GitHub of its own, behind HTTP. */
export async function trySimulated(fact: Fact): Promise<{ saw: string; unexpected: readonly string[] }> {
  const { repos = [], ...world } = (fact.world ?? {}) as { repos?: readonly object[] };
  const simulator = createSimulator(
    parseWorld({ ...world, repos: [{ ...REPOSITORY, ...fact.scratch }, ...repos] }, "scratch"),
  );
  const { url, close } = await listen(simulator);
  const undo: (() => Promise<unknown>)[] = [];
  try {
    const tokens = {
      app: () => simulator.installationToken(`${OWNER}/${REPO}`),
      person: () => "sim_alice",
      jwt: () => appToken(String(simulator.app.id), simulator.app.privateKey),
      nobody: () => null,
    };
    const { rest, graphql } = requestsTo(`${url}/api/v3`, async (as) => tokens[as](), { owner: OWNER, repo: REPO });
    const repo = simulator.state.repos.get(`${OWNER}/${REPO}`);
    let count = 0;
    const scratch: Scratch = {
      owner: OWNER,
      repo: REPO,
      bot: `${simulator.app.slug}[bot]`,
      person: "alice",
      branch: "main",
      head: repo?.branches.get("main") ?? "",
      before: [...(repo?.commits.keys() ?? [])][0] ?? "",
      rest,
      graphql,
      name: (what) => `${what}-${++count}`,
      afterwards: (step) => void undo.unshift(step),
      until: async (holds) => {
        if (!(await holds())) throw new Error("it does not hold, and the simulated GitHub does not lag unless told to");
      },
    };
    const saw = (await fact.seen?.(scratch)) ?? "";
    for (const step of undo) await step();
    return { saw, unexpected: simulator.unexpected };
  } finally {
    await close();
  }
}
