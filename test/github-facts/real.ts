import { setTimeout as pause } from "node:timers/promises";
import { type Asker, at, type Fact, listAt, NotTried, type Scratch } from "./fact.ts";
import type { Finding } from "./page.ts";
import { appToken, requestsTo } from "./requests.ts";

export interface RealGitHub {
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
  readonly appId: string;
  readonly privateKey: string;
  /** A second person's token. */
  readonly token: string | null;
  /** Milliseconds between two writes; GitHub asks for a second. */
  readonly betweenWrites?: number;
}

const BETWEEN_WRITES_MS = 1000;
const BETWEEN_READS_MS = 2000;
const PATIENCE_MS = 60_000;

export interface RealScratch {
  readonly scratch: Scratch;
  /** Undoes what the previous fact created. */
  cleanUp(): Promise<void>;
}

/** A scratch repository on the real GitHub. Throws a sentence about what is missing. */
export async function openScratch(github: RealGitHub): Promise<RealScratch> {
  const { apiUrl, owner, repo } = github;
  const jwt = () => appToken(github.appId, github.privateKey);
  const tokens = new Map<Asker, string | null>([["nobody", null]]);
  if (github.token !== null) tokens.set("person", github.token);
  const tokenOf = async (as: Asker) => {
    if (as === "jwt") return jwt();
    const token = tokens.get(as);
    if (token === undefined) throw new NotTried("takes GITHUB_TOKEN, of a second person with write access");
    return token;
  };
  const asked = requestsTo(apiUrl, tokenOf, { owner, repo });
  const installation = await asked.rest("GET /repos/{owner}/{repo}/installation", {}, "jwt");
  if (installation.status !== 200) throw new Error(`The App is not installed on ${owner}/${repo}.`);
  const access = { installation_id: at(installation.data, "id"), repositories: [repo] };
  const token = await asked.rest("POST /app/installations/{installation_id}/access_tokens", access, "jwt");
  tokens.set("app", String(at(token.data, "token")));
  const [app, repository, commits] = [
    await asked.rest("GET /app", {}, "jwt"),
    await asked.rest("GET /repos/{owner}/{repo}"),
    await asked.rest("GET /repos/{owner}/{repo}/commits", { per_page: 2 }),
  ];
  const [head, before] = listAt(commits.data).map((commit) => String(at(commit, "sha")));
  if (head === undefined || before === undefined) throw new Error(`${owner}/${repo} needs two commits.`);
  const person = github.token === null ? null : at((await asked.rest("GET /user", {}, "person")).data, "login");

  const undo: (() => Promise<unknown>)[] = [];
  const run = Date.now().toString(36);
  let count = 0;
  let writtenAt = 0;
  const rest: Scratch["rest"] = async (route, parameters, as) => {
    if (!route.startsWith("GET ")) {
      await pause(Math.max(0, writtenAt + (github.betweenWrites ?? BETWEEN_WRITES_MS) - Date.now()));
      writtenAt = Date.now();
    }
    return asked.rest(route, parameters, as);
  };
  const scratch: Scratch = {
    owner,
    repo,
    bot: `${at(app.data, "slug")}[bot]`,
    person: typeof person === "string" ? person : null,
    branch: String(at(repository.data, "default_branch")),
    head,
    before,
    rest,
    graphql: asked.graphql,
    name: (what) => `${what} ${run}-${++count}`.replaceAll(" ", "-"),
    afterwards: (step) => void undo.unshift(step),
    until: async (holds) => {
      const end = Date.now() + PATIENCE_MS;
      while (!(await holds())) {
        if (Date.now() > end) throw new Error(`it did not hold within ${PATIENCE_MS / 1000} seconds`);
        await pause(BETWEEN_READS_MS);
      }
    },
    second: () => pause(1_000),
  };
  const cleanUp = async () => {
    for (const step of undo.splice(0)) await step();
  };
  return { scratch, cleanUp };
}

/** Tries one fact on the real GitHub. */
export async function tryReal(fact: Fact, { scratch, cleanUp }: RealScratch, day: string): Promise<Finding> {
  if (fact.takes !== undefined) return { kind: "not tried", why: `takes ${fact.takes}` };
  if (fact.seen === undefined) return { kind: "not tried", why: "the suite cannot" };
  try {
    return { kind: "proven", day, what: await fact.seen(scratch) };
  } catch (error) {
    if (error instanceof NotTried) return { kind: "not tried", why: error.message };
    const [line] = (error instanceof Error ? error.message : String(error)).split("\n\n");
    return { kind: "differs", day, what: line ?? "" };
  } finally {
    await cleanUp();
  }
}
