import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createSimulator, parseWorld, type Simulator } from "../../../simulator/index.ts";
import { helpWanted } from "../../../src/automations/help-wanted/index.ts";
import { type ReconcileResult, reconcile } from "../../../src/engine/reconcile.ts";
import type { Refusal } from "../../../src/github/apply/registry.ts";
import type { GitHub } from "../../../src/github/client.ts";
import { connectToken } from "../../../src/github/token.ts";
import { memoryBook } from "../../../src/records/memory-book.ts";
import { putInstallation } from "../../../src/store/installations.ts";
import { storedBook } from "../../../src/store/records/book.ts";
import { putRepository } from "../../../src/store/repositories.ts";
import type { Store } from "../../../src/store/store.ts";
import { clear, mostlyOnServer, type TestDatabase } from "../../each-database.ts";

const SRE = "version: 1\nhelp-wanted:\n  people: [ann, ben, cleo]\n  escalate-to: [zoe]\n";
const HOME = "acme/.github";
const [SHOP, WEB] = ["acme/shop", "acme/web"];

function repo(name: string, files: Readonly<Record<string, string>> = {}) {
  const commits = [{ sha: `${name}-1`, message: "Start", files: { "README.md": "", ...files } }];
  const permission = Object.fromEntries(["ann", "ben", "cleo", "zoe"].map((login) => [login, "write"]));
  const labels = [{ name: "help wanted", color: "008672" }];
  return { name, permission, commits, branches: { main: `${name}-1` }, default_branch: "main", labels };
}

function organization(): Simulator {
  const users = ["ann", "ben", "cleo", "zoe"].map((login) => ({ login }));
  const repos = [repo(HOME, { ".github/sre.yml": SRE }), repo(SHOP), repo(WEB)];
  return createSimulator(parseWorld({ now: "2026-11-20T10:00:00Z", users, repos }, "world.json"));
}

mostlyOnServer((create) => {
  let database: TestDatabase;
  let store: Store;
  let simulator: Simulator;
  /** Of the latest reconciliation. */
  let github: GitHub;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    simulator = organization();
    await install();
  });

  async function install() {
    await clear(store);
    await putInstallation(store.db, { id: 1, account: "acme", suspended: false, permissions: null });
    for (const { id, name } of simulator.state.repos.values()) {
      const [owner = "", short = ""] = name.split("/");
      await putRepository(store.db, { installationId: 1, id, owner, name: short, archived: false });
    }
  }

  const found = (name: string) => {
    const repository = simulator.state.repos.get(name);
    if (repository === undefined) throw new Error(`no ${name}`);
    return repository;
  };

  /** Somebody asks for help; the number of the issue. */
  function opens(name: string, as = "zoe"): number {
    const { number } = simulator.do({ as, action: "open-issue", repo: name, title: "Help", labels: ["help wanted"] });
    return Number(number);
  }

  function reconciled(name: string, target: string, refusals: readonly Refusal[] = [], isPreview = false) {
    const { id } = found(name);
    const [owner = "", short = ""] = name.split("/");
    github = connectToken({
      baseUrl: simulator.apiUrl,
      token: simulator.installationToken(name),
      slug: simulator.state.app.slug,
      fetch: simulator.fetch,
    });
    return reconcile({
      github,
      repository: { id, owner, name: short },
      automation: helpWanted,
      target,
      now: new Date(simulator.state.now),
      webUrl: "https://github.com",
      apply: !isPreview,
      describes: true,
      refusals,
      book: isPreview ? memoryBook() : storedBook(store, { installationId: 1, repositoryId: id }),
    });
  }

  /** How many open requests each person had before. */
  function openBy({ facts }: ReconcileResult): Map<string, number> {
    const candidates = (facts?.candidates ?? []) as readonly { readonly login: string; readonly open: number }[];
    return new Map(candidates.map(({ login, open }) => [login, open]));
  }

  const asks = (name: string, number: number) => reconciled(name, `request/${number}`);
  const askedIn = (name: string, number: number) => found(name).issues.get(number)?.assignees ?? [];

  async function fails(...faults: readonly object[]) {
    const init = { method: "POST", body: JSON.stringify(faults) };
    await simulator.fetch(new Request(`${simulator.baseUrl}/_sim/faults`, init));
  }

  const COMMENT = { match: { method: "POST", path: "/repos/acme/shop/issues/*/comments" }, when: "before" };

  test("requests of two repositories in one moment go to different people, and their ends count in both", async () => {
    const [one, two, three] = [opens(SHOP), opens(WEB), opens(SHOP)];
    await Promise.all([asks(SHOP, one), asks(WEB, two), asks(SHOP, three)]);
    const people = [...askedIn(SHOP, one), ...askedIn(WEB, two), ...askedIn(SHOP, three)];
    expect(people.toSorted()).toEqual(["ann", "ben", "cleo"]);
    // A preview knows one repository.
    const four = opens(WEB);
    const alone = openBy(await reconciled(WEB, `request/${four}`, [], true));
    expect([...alone.values()].toSorted()).toEqual([0, 0, 1]);
    simulator.state.now = "2026-11-20T10:30:00Z";
    for (const number of [one, three]) simulator.do({ as: "zoe", action: "close-issue", repo: SHOP, number });
    await asks(SHOP, one);
    await asks(SHOP, three);
    const isAsked = (login: string) => askedIn(WEB, two).includes(login);
    const expected = ["ann", "ben", "cleo"].map((login) => [login, isAsked(login) ? 1 : 0] as const);
    expect(openBy(await asks(WEB, four))).toEqual(new Map(expected));
  });

  test("whoever was chosen stays where the process died before it wrote, and is free again where GitHub refuses", async () => {
    const [one, two] = [opens(SHOP), opens(WEB)];
    await fails({ ...COMMENT, drop: true });
    await expect(asks(SHOP, one)).rejects.toThrow();
    await asks(WEB, two);
    expect(askedIn(WEB, two)).toEqual(["ben"]);
    await asks(SHOP, one);
    expect(askedIn(SHOP, one)).toEqual(["ann"]);
    // cleo is next; GitHub refuses the comment.
    const [three, four] = [opens(SHOP), opens(WEB)];
    await fails({ ...COMMENT, status: 403 });
    const refused = (await asks(SHOP, three)).applied?.refused ?? [];
    expect(refused).toHaveLength(1);
    await reconciled(SHOP, `request/${three}`, refused as readonly Refusal[]);
    await asks(WEB, four);
    expect(askedIn(WEB, four)).toEqual(["cleo"]);
    // sre.yml and the organization's, the issue, the assignee and the comment.
    expect(github.requests.rest + github.requests.graphql).toBeLessThanOrEqual(6);
    // And where the label is gone before anybody was told.
    const five = opens(SHOP);
    await fails({ ...COMMENT, drop: true });
    await expect(asks(SHOP, five)).rejects.toThrow();
    simulator.do({ as: "zoe", action: "unlabel", repo: SHOP, number: five, label: "help wanted" });
    await asks(SHOP, five);
    const last = await asks(WEB, opens(WEB));
    expect([...openBy(last).values()]).toEqual([1, 1, 1]);
  });

  test("a lost database is made again of the comments and the report", async () => {
    for (const name of [SHOP, WEB]) await asks(name, opens(name));
    const third = opens(SHOP);
    await asks(SHOP, third);
    simulator.do({ as: "cleo", action: "comment", repo: SHOP, number: third, body: "I'll look." });
    simulator.state.now = "2026-11-23T09:00:00Z"; // a Monday
    await asks(SHOP, third);
    const before = await reconciled(HOME, "report");
    expect(before.plan).toMatchObject([{ action: "create-issue", title: "Help wanted" }]);
    const shown = [...found(HOME).issues.values()][0]?.body ?? "";
    expect(shown).toContain("**3 requests for help are open**");
    await install();
    for (const name of [HOME, SHOP, WEB]) await reconciled(name, "requests");
    const again = await reconciled(HOME, "report");
    expect(again.plan).toEqual([]);
    expect(again.facts?.report).toEqual(before.facts?.report);
    // Whose turn it is everybody knows, too.
    const next = opens(WEB);
    await asks(WEB, next);
    expect(askedIn(WEB, next)).toEqual(["ann"]);
  });
});
