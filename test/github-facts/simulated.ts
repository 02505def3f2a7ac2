import { generateKeyPairSync } from "node:crypto";
import { createSimulator, listen, parseWorld } from "../../simulator/index.ts";
import { at, type Fact, listAt, type Player, type Stage, type Webhook } from "./fact.ts";
import { appToken, requestsTo } from "./requests.ts";

const OWNER = "acme";
const REPO = "scratch";

/** A repository as anybody can create one on github.com: two commits, a second person, nothing else. */
const REPOSITORY = {
  name: `${OWNER}/${REPO}`,
  default_branch: "main",
  private: false,
  permission: { alice: "write", bo: "admin" },
  commits: [
    { sha: "c1", message: "Initial commit", author: "alice", files: { "README.md": "# Scratch\n" } },
    { sha: "c2", parents: ["c1"], message: "Second commit", author: "alice", files: { "README.md": "# Scratch 2\n" } },
  ],
  branches: { main: "c2" },
};

const LISTS = [
  ["branches", "name"],
  ["labels", "name"],
  ["milestones", "title"],
  ["issues", "title"], // pull requests, too
] as const;

const NOW = "2026-11-20T01:00:00Z";
const SECRET = "a webhook's secret";

/** One for all: generating a key takes longer than most facts. */
const privateKey = generateKeyPairSync("rsa", { modulusLength: 2048 })
  .privateKey.export({ type: "pkcs1", format: "pem" })
  .toString();

interface Attempt {
  readonly saw: string;
  /** Requests that the simulated GitHub does not know, or that nobody may make. */
  readonly unexpected: readonly string[];
  /** The REST requests that were made, `GET /repos/acme/scratch`. */
  readonly requests: readonly string[];
}

export interface Simulated {
  /** Tries a fact and cleans up. */
  attempt(fact: Fact): Promise<Attempt>;
  /** What facts left behind in the scratch repository: branches, labels, milestones, open issues and pull requests. */
  left(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** A simulated GitHub with a scratch repository, over HTTP; with what a fact needs, or as anybody could have it. */
export async function openSimulated(fact: Fact | null): Promise<Simulated> {
  const { world, scratch } = fact?.takes === undefined ? {} : fact;
  const { repos = [], ...rest } = (world ?? {}) as { repos?: readonly object[] };
  const simulator = createSimulator(
    parseWorld({ now: NOW, ...rest, repos: [{ ...REPOSITORY, ...scratch }, ...repos] }, "scratch"),
    { privateKey, transport: (request) => receive(request) },
  );
  const { url, close } = await listen(simulator);
  const received: Webhook[] = [];
  let answer: number | null = 202;

  async function receive(request: Request): Promise<Response> {
    const text = await request.text();
    if (answer === null) throw new TypeError("fetch failed");
    const header = (name: string) => request.headers.get(name) ?? "";
    const body: unknown = JSON.parse(text);
    const action = at(body, "action");
    const event = header("x-github-event");
    const name = typeof action === "string" ? `${event}.${action}` : event;
    received.push({ name, guid: header("x-github-delivery"), signature: header("x-hub-signature-256"), text, body });
    return new Response(null, { status: answer });
  }

  async function control(route: string, body?: unknown): Promise<unknown> {
    const [method = "GET", path = ""] = route.split(" ");
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`${url}/_sim/${path}`, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${route}: ${text}`);
    return text === "" ? null : JSON.parse(text);
  }

  const tokens: Readonly<Record<string, () => string | null>> = {
    app: () => simulator.installationToken(`${OWNER}/${REPO}`),
    person: () => "sim_alice",
    jwt: () => appToken(String(simulator.app.id), privateKey, Date.parse(simulator.state.now)),
    nobody: () => null,
  };
  const tokenOf = async (as: Player) => (as.startsWith("@") ? `sim_${as.slice(1)}` : (tokens[as]?.() ?? null));
  const { rest: ask, graphql } = requestsTo(`${url}/api/v3`, tokenOf, { owner: OWNER, repo: REPO });
  const undo: (() => Promise<unknown>)[] = [];
  const repo = simulator.state.repos.get(`${OWNER}/${REPO}`);
  let count = 0;
  const stage: Stage = {
    owner: OWNER,
    repo: REPO,
    bot: `${simulator.app.slug}[bot]`,
    person: "alice",
    branch: "main",
    head: repo?.branches.get("main") ?? "",
    before: [...(repo?.commits.keys() ?? [])][0] ?? "",
    rest: ask,
    graphql,
    name: (what) => `${what}-${++count}`,
    afterwards: (step) => void undo.unshift(step),
    until: async (holds) => {
      if (!(await holds())) throw new Error("it does not hold, and the simulated GitHub does not lag unless told to");
    },
    second: async () => void (await control("POST clock", { advance: 1 })),
    act: (action, fields = {}, as = "alice") => control("POST do", { as, action, repo: `${OWNER}/${REPO}`, ...fields }),
    secret: SECRET,
    control,
    deliveries: async () => {
      await control("GET idle");
      return received.splice(0);
    },
    respond: (status) => {
      answer = status;
    },
  };
  if (fact?.takes !== undefined) await control("POST webhooks", { url: "http://app.test/hook", secret: SECRET });

  const attempt: Simulated["attempt"] = async (tried) => {
    const before = { unexpected: simulator.unexpected.length, requests: simulator.requests.length };
    try {
      const saw = (await tried.seen?.(stage)) ?? "";
      const requests = simulator.requests.slice(before.requests).map(({ method, path }) => `${method} ${path}`);
      return { saw, unexpected: simulator.unexpected.slice(before.unexpected), requests };
    } finally {
      for (const step of undo.splice(0)) await step();
    }
  };
  const left: Simulated["left"] = async () => {
    const found: string[] = [];
    for (const [what, key] of LISTS) {
      const { data } = await ask(`GET /repos/{owner}/{repo}/${what}`, what === "milestones" ? { state: "all" } : {});
      found.push(...listAt(data).map((one) => `${what}: ${at(one, key)}`));
    }
    return found;
  };
  return { attempt, left, close };
}
