import { pino } from "pino";
import { expect, test } from "vitest";
import { renameRepository } from "../../simulator/actions/rename-repository.ts";
import { createSimulator, parseWorld } from "../../simulator/index.ts";
import { connectApp, type TokenScope } from "../../src/github/app.ts";
import { meaningOf } from "../../src/github/error-meaning.ts";
import { readConfig } from "../../src/github/read-config.generated.ts";

const TOKENS = /\/access_tokens$/;
const READ: TokenScope["permissions"] = { metadata: "read", issues: "read" };

/** An App on an account with two private repositories, and the bodies of its requests for tokens. */
async function connected() {
  const repos = ["acme/shop", "acme/docs"].map((name) => ({ name, private: true }));
  const simulator = createSimulator(
    parseWorld({ app: { permissions: { issues: "write", contents: "read" } }, repos }, "world"),
  );
  const tokens: unknown[] = [];
  const app = await connectApp({
    appId: simulator.app.id,
    privateKey: simulator.app.privateKey,
    baseUrl: simulator.apiUrl,
    log: pino({ level: "silent" }),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (TOKENS.test(new URL(request.url).pathname)) tokens.push(await request.clone().json());
      return simulator.fetch(request);
    },
  });
  const [installationId = 0] = [...simulator.state.installations.keys()];
  const idOf = (name: string) => simulator.state.repos.get(name)?.id ?? 0;
  return { simulator, app, tokens, installationId, idOf };
}

const meaning = async (asked: Promise<unknown>) => meaningOf(await asked.catch((error: unknown) => error)).is;
const ISSUES = "GET /repos/{owner}/{repo}/issues";

test("a token is for what was asked: one repository, and to read", async () => {
  const { app, tokens, installationId, idOf } = await connected();
  const github = await app.installation(installationId, { repositoryIds: [idOf("acme/shop")], permissions: READ });
  expect(tokens).toEqual([{ repository_ids: [idOf("acme/shop")], permissions: READ }]);
  expect((await github.rest(ISSUES, { owner: "acme", repo: "shop" })).data).toEqual([]);
  expect(await meaning(github.rest(ISSUES, { owner: "acme", repo: "docs" }))).toBe("gone");
  const writing = github.rest("POST /repos/{owner}/{repo}/issues", { owner: "acme", repo: "shop", title: "x" });
  expect(await meaning(writing)).toBe("not permitted");
  expect(github.requests, "the request for the token does not count").toMatchObject({ rest: 3 });
});

test("one for more than is granted is refused", async () => {
  const { app, installationId, idOf } = await connected();
  const permissions = { metadata: "read", checks: "write" } as const;
  expect(await meaning(app.installation(installationId, { permissions }))).toBe("refused");
  expect(await meaning(app.installation(installationId, { repositoryIds: [999_999], permissions: READ }))).toBe(
    "refused",
  );
  const repositoryIds = [idOf("acme/shop"), 999_999];
  expect(await meaning(app.installation(installationId, { repositoryIds, permissions: READ }))).toBe("refused");
});

test("one scope has one token for an hour; another scope has its own", async () => {
  const { app, simulator, tokens, installationId, idOf } = await connected();
  const [shop, docs] = [idOf("acme/shop"), idOf("acme/docs")];
  const scopes: readonly TokenScope[] = [
    { repositoryIds: [shop], permissions: READ },
    { repositoryIds: [shop], permissions: READ },
    { repositoryIds: [docs], permissions: READ },
    { repositoryIds: [shop], permissions: { ...READ, issues: "write" } },
    { permissions: READ },
  ];
  for (const scope of scopes) await app.installation(installationId, scope);
  expect(tokens).toHaveLength(4);
  const github = await app.installation(installationId, { repositoryIds: [shop], permissions: READ });
  simulator.state.now = "2099-01-01T00:00:00Z";
  expect((await github.rest(ISSUES, { owner: "acme", repo: "shop" })).data).toEqual([]);
  expect(tokens, "GitHub had ended it: a new one of the same scope").toHaveLength(5);
  expect(tokens[4]).toEqual(tokens[0]);
});

test("a renamed repository is read by its former name with a token for it, and with no other one's", async () => {
  const { app, simulator, installationId, idOf } = await connected();
  const docs = simulator.state.repos.get("acme/docs");
  if (docs === undefined) throw new Error("the world has acme/docs");
  renameRepository(simulator.state, docs, "acme/manual");
  const reading = (id: number) =>
    app.installation(installationId, { repositoryIds: [id], permissions: { metadata: "read", contents: "read" } });
  const former = { owner: "acme", name: "docs", path: ".github/sre.yml" };
  const { repository } = await (await reading(docs.id)).graphql(readConfig, former);
  expect(repository).not.toBeNull();
  expect(
    (await (await reading(docs.id)).rest("GET /repos/{owner}/{repo}", { owner: "acme", repo: "docs" })).data.id,
  ).toBe(docs.id);
  expect(await meaning((await reading(idOf("acme/shop"))).graphql(readConfig, former))).toBe("place gone");
});
