import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { ConfigFiles } from "../../src/config/files.ts";
import { createConfigCache } from "../../src/engine/config-cache.ts";
import { applyChange } from "../../src/engine/installations.ts";
import { noteDefaultBranches } from "../../src/store/default-branches.ts";
import { putInstallation, upsertInstallations } from "../../src/store/installations.ts";
import { putRepository, removeRepositories, upsertRepositories } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";
import type { Claim } from "../../src/store/work-items.ts";
import { type FakeFile, repositories } from "../config/repositories.ts";
import { clear, eachDatabase, execute, type TestDatabase } from "../each-database.ts";

const claim: Claim = {
  token: 1,
  installationId: 1,
  repositoryId: 10,
  automation: "release-pr",
  target: "lanes",
  attempts: 0,
  priority: "webhook",
  generation: 1,
  waited: 0,
};
const [SHOP, PARENT] = [10, 11];

eachDatabase((create) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await clear(store);
    await putInstallation(store.db, { id: 1, account: "acme", suspended: false, permissions: null });
    await upsertRepositories(store.db, [
      { installationId: 1, id: SHOP, owner: "acme", name: "shop" },
      { installationId: 1, id: PARENT, owner: "acme", name: ".github" },
    ]);
  });

  const pushes = (repositoryId: number, tip: string, { installationId = 1, before = "" } = {}) =>
    noteDefaultBranches(store.db, [{ installationId, repositoryId, before, tip }]);
  /** What webhooks said is this much older. */
  const ages = (seconds: number) =>
    execute(
      store,
      `update repositories set default_branch_changed_at = default_branch_changed_at - ${seconds} * interval '1 second'`,
    );

  /** A process with its own cache and clock; `loads` answers which files were requested. */
  function starts(own: FakeFile, others: Readonly<Record<string, FakeFile>> = {}, limit?: number) {
    const time = { now: new Date("2026-11-20T01:00:00Z") };
    const cache = createConfigCache(store, { now: () => time.now, onMove() {}, async stop() {} }, limit);
    return {
      passes: (seconds: number) => {
        time.now = new Date(time.now.getTime() + seconds * 1000);
      },
      async loads(as: Partial<Claim> = {}, name: Partial<Pick<ConfigFiles, "owner" | "name">> = {}): Promise<string[]> {
        const files = repositories(own, others);
        await cache.load({ ...claim, ...as }, { ...files, ...name });
        return files.requests;
      },
    };
  }

  const OWN = { text: "version: 1\n" };
  const EXTENDS = { text: "version: 1\n_extends: .github\n" };
  const CHILD: readonly [FakeFile, Record<string, FakeFile>] = [EXTENDS, { ".github": OWN }];
  const BOTH = ["own", "acme/.github"];

  test("read once, it is read without a request", async () => {
    const { loads } = starts(OWN);
    expect(await loads()).toEqual(["own"]);
    expect(await loads()).toEqual([]);
    expect(await loads({ automation: "config", target: "pull/12" })).toEqual([]);
  });

  test.each<[string, Partial<Claim>]>([
    ["the nightly reconciliation", { priority: "nightly" }],
    ["what failed before", { attempts: 1 }],
  ])("%s reads it from GitHub", async (_name, as) => {
    const { loads } = starts(OWN);
    await loads();
    expect(await loads(as)).toEqual(["own"]);
    expect(await loads()).toEqual([]);
  });

  test.each<[string, (() => Promise<void>) | null, number, string[]]>([
    ["nothing", null, 0, []],
    ["a push to its default branch", () => pushes(SHOP, "later"), 0, BOTH],
    ["a push to what it extends", () => pushes(PARENT, "later"), 0, BOTH],
    ["a change of what it extends that names no commit (made private)", () => pushes(PARENT, ""), 0, BOTH],
    ["another repository's push", () => pushes(12, "later"), 0, []],
    ["nine minutes", null, 540, []],
    ["ten minutes, because Detoil may not be installed where it extends", null, 600, BOTH],
  ])("%s", async (_name, happens, seconds, requests) => {
    const { loads, passes } = starts(...CHILD);
    expect(await loads()).toEqual(BOTH);
    await happens?.();
    passes(seconds);
    expect(await loads()).toEqual(requests);
  });

  test("the repository's own file is good for an hour without news", async () => {
    const { loads, passes } = starts(OWN);
    await loads();
    passes(3_540);
    expect(await loads()).toEqual([]);
    passes(60);
    expect(await loads()).toEqual(["own"]);
  });

  test("an organization's default counts as something read elsewhere, also where there is none", async () => {
    const { loads } = starts({ text: null });
    expect(await loads()).toEqual(BOTH);
    expect(await loads()).toEqual([]);
    await pushes(PARENT, "the first sre.yml");
    expect(await loads()).toEqual(BOTH);
  });

  test.each<[string, string, number, boolean]>([
    ["at the commit that the webhook names", "commit-of-own", 0, true],
    ["at another one, a moment after the webhook: GitHub may be behind", "later", 0, false],
    ["after a change that names no commit, a moment later", "", 0, false],
    ["at another one, a minute after: webhooks come in any order", "former", 61, true],
    ["after a change that names no commit, a minute later", "", 61, true],
  ])("what was read %s", async (_name, tip, age, kept) => {
    const { loads } = starts(OWN);
    await pushes(SHOP, tip);
    await ages(age);
    await loads();
    expect(await loads()).toEqual(kept ? [] : ["own"]);
  });

  test("what another repository shows a moment after its push is not kept either", async () => {
    const { loads } = starts(...CHILD);
    await pushes(PARENT, "later");
    await loads();
    expect(await loads()).toEqual(BOTH);
    await ages(61);
    await pushes(PARENT, "commit-of-.github");
    await loads();
    expect(await loads()).toEqual([]);
  });

  const FIRST = { before: "earlier", tip: "former" };
  const SECOND = { before: "former", tip: "commit-of-own" };
  const LATER = { before: "commit-of-own", tip: "later" };
  test.each<[string, readonly (typeof FIRST)[], string[]]>([
    ["in order", [FIRST, SECOND], []],
    ["the older one's webhook came last", [LATER, SECOND], ["own"]],
    ["one between them was lost", [{ before: "earlier", tip: "lost" }, SECOND], ["own"]],
    ["the default branch is another one since", [SECOND, { before: "", tip: "" }], ["own"]],
    ["after the default branch became another one", [{ before: "", tip: "" }, SECOND], ["own"]],
  ])("two pushes within a minute, %s", async (_name, pushed, requests) => {
    for (const together of [true, false]) {
      const changes = pushed.map((one) => ({ installationId: 1, repositoryId: SHOP, ...one }));
      for (const some of together ? [changes] : changes.map((one) => [one])) await noteDefaultBranches(store.db, some);
      const { loads } = starts(OWN);
      await loads();
      expect(await loads(), "the newest may be another one").toEqual(requests);
      await ages(61);
      await loads();
      expect(await loads()).toEqual([]);
    }
  });

  test("the same push reported twice is one push", async () => {
    const { loads } = starts(OWN);
    await pushes(SHOP, "commit-of-own");
    await pushes(SHOP, "commit-of-own");
    await loads();
    expect(await loads()).toEqual([]);
  });

  test("what was read before an installation was suspended is read again after it", async () => {
    const { loads } = starts(OWN);
    await loads();
    const change = {
      kind: "installed",
      id: 1,
      account: "acme",
      suspended: false,
      permissions: {},
      repositories: [],
    } as const;
    await applyChange(store.db, change, []);
    expect(await loads()).toEqual(["own"]);
  });

  test("a process hears of the pushes that another one received", async () => {
    const [one, other] = [starts(OWN), starts(OWN)];
    await one.loads();
    expect(await other.loads()).toEqual(["own"]);
    await pushes(SHOP, "commit-of-own");
    expect(await one.loads()).toEqual(["own"]);
    expect(await other.loads()).toEqual(["own"]);
    expect([await one.loads(), await other.loads()]).toEqual([[], []]);
  });

  test("a push while it is read is not lost", async () => {
    const files = repositories(OWN);
    const cache = createConfigCache(store, { now: () => new Date(), onMove() {}, async stop() {} });
    await cache.load(claim, {
      ...files,
      async own() {
        const answer = await files.own();
        await pushes(SHOP, "commit-of-own");
        return answer;
      },
    });
    await cache.load(claim, files);
    expect(files.requests).toEqual(["own", "own"]);
  });

  test("those who want it at the same time wait for one reading, and read on their own if that fails", async () => {
    const { loads } = starts(OWN);
    expect((await Promise.all([loads(), loads(), loads()])).flat()).toEqual(["own"]);
    const failing = repositories(OWN);
    const cache = createConfigCache(store, { now: () => new Date(), onMove() {}, async stop() {} });
    const failed = cache.load(claim, { ...failing, own: () => Promise.reject(new Error("GitHub is away")) });
    const waited = cache.load(claim, failing);
    await expect(failed).rejects.toThrow("GitHub is away");
    expect(await waited).toMatchObject({ state: "valid" });
  });

  test("what was read for one installation is not another's, even if they look the same", async () => {
    await removeRepositories(store.db, 1, [SHOP]);
    await upsertInstallations(store.db, [{ id: 2, account: "acme" }]);
    const shop = { id: SHOP, owner: "acme", name: "shop" };
    await upsertRepositories(
      store.db,
      [1, 2].map((installationId) => ({ installationId, ...shop })),
    );
    const { loads } = starts(OWN);
    await loads();
    expect(await loads({ installationId: 2 })).toEqual(["own"]);
  });

  test("another name and a repository that came back are read", async () => {
    const { loads } = starts(OWN);
    await loads();
    await putRepository(store.db, { installationId: 1, id: SHOP, owner: "acme", name: "store", archived: false });
    expect(await loads({}, { name: "store" })).toEqual(["own"]);
    await putRepository(store.db, { installationId: 1, id: SHOP, owner: "acme", name: "shop", archived: false });
    await removeRepositories(store.db, 1, [SHOP]);
    await upsertRepositories(store.db, [{ installationId: 1, id: SHOP, owner: "acme", name: "shop" }]);
    expect(await loads()).toEqual(["own"]);
  });

  test("many repositories without a sre.yml take room, too", async () => {
    const { loads } = starts({ text: null }, {}, 10_000);
    const repositoryIds = [21, 22, 23, 24, 25, 26, 27];
    for (const repositoryId of repositoryIds) await loads({ repositoryId });
    expect(await loads({ repositoryId: 27 })).toEqual([]);
    expect(await loads({ repositoryId: 21 }), "the oldest is forgotten").toEqual(BOTH);
  });

  test("another installation's push is none of ours", async () => {
    await upsertInstallations(store.db, [{ id: 2, account: "acme" }]);
    await upsertRepositories(store.db, [{ installationId: 2, id: SHOP, owner: "acme", name: "shop" }]);
    const { loads } = starts(OWN);
    await loads();
    await pushes(SHOP, "later", { installationId: 2 });
    expect(await loads()).toEqual([]);
  });
});
