import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { wallClock } from "../../src/engine/clock.ts";
import { createConfigCache } from "../../src/engine/config-cache.ts";
import type { InstallationChange } from "../../src/engine/installation-change.ts";
import { applyChange } from "../../src/engine/installations.ts";
import { createPostings } from "../../src/engine/postings.ts";
import type { App } from "../../src/github/app.ts";
import { Rejected } from "../../src/github/errors.ts";
import type { PostedRecord } from "../../src/store/records/post.ts";
import type { Store } from "../../src/store/store.ts";
import { addToken } from "../../src/store/tokens/tokens.ts";
import { authenticate } from "../../src/web/api/authenticate.ts";
import { Refusal } from "../../src/web/api/refusal.ts";
import { clear, mostlyOnServer, type TestDatabase } from "../each-database.ts";
import { deployed } from "../records/recorded.ts";
import { acmeShop, appWith, automation } from "./places.ts";

const SHOP = { id: 10, owner: "acme", name: "shop" };
/** The same repository at another account that has Detoil, too. */
const MOVED = { id: 10, owner: "globex", name: "shop" };
const PERMISSIONS = { contents: "read" };
/** The ids of the accounts, by installation. */
const ACCOUNTS: Readonly<Record<number, number>> = { 1: 5, 2: 6 };
const INSTALLATION = "GET /app/installations/{installation_id}";

const installed = (id: number, account: string, more: object = {}): InstallationChange => ({
  ...{ kind: "installed", id, account, suspended: false, permissions: PERMISSIONS, repositories: [] },
  ...more,
});
const archived = (is: boolean): InstallationChange => ({ kind: "repository", id: 1, repository: SHOP, archived: is });
const removed: InstallationChange = { kind: "removed", id: 1, repositoryIds: [10] };
const arrived: readonly InstallationChange[] = [
  installed(2, "globex"),
  { kind: "repository", id: 2, repository: MOVED, archived: false },
];

const NOT_INSTALLED = "403 Detoil is not installed on the repository of this token";
const UNKNOWN = "401 This token is not valid";

mostlyOnServer((create) => {
  let database: TestDatabase;
  let store: Store;
  let token: string;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await clear(store);
    await acmeShop(store);
    token = (await addToken(store.db, { installationId: 1, repositoryId: 10 }, null)) ?? "";
  });

  function postingsOf(allowedOwners: ReadonlySet<string> | null = null, installation?: App["installation"]) {
    const app = appWith(
      {
        [INSTALLATION]: ({ installation_id: id }: { installation_id: number }) => ({
          data: { account: { id: ACCOUNTS[id] }, permissions: PERMISSIONS },
        }),
      },
      installation,
    );
    const configs = createConfigCache(store, wallClock);
    const automations = [automation("four-keys")];
    return createPostings({
      ...{ store, app, automations, allowedOwners, configs, clock: wallClock },
      queue: { enqueue: async () => {} },
    });
  }

  /** What each sender is answered: whose repository it records for, or the refusal. */
  async function answers(allowedOwners: ReadonlySet<string> | null = null) {
    const authentication = {
      postings: postingsOf(allowedOwners),
      oidc: async (jwt: string) => ({ repositoryId: 10, ownerId: Number(jwt.split(".")[1]) }),
    };
    const answer = (sent: string) =>
      authenticate(`Bearer ${sent}`, authentication).then(
        ({ installationId, owner, name }) => `${installationId} ${owner}/${name}`,
        (error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
          return `${error.status} ${error.message}`;
        },
      );
    return { token: await answer(token), acme: await answer("run.5."), globex: await answer("run.6.") };
  }

  const acme = "1 acme/shop";
  const globex = "2 globex/shop";

  test.each<[string, readonly InstallationChange[], { token: string; acme: string; globex: string }]>([
    ["nothing", [], { token: acme, acme, globex: NOT_INSTALLED }],
    [
      "the installation is suspended",
      [installed(1, "acme", { suspended: true })],
      { token: NOT_INSTALLED, acme: NOT_INSTALLED, globex: NOT_INSTALLED },
    ],
    [
      "it is suspended, and not any more",
      [installed(1, "acme", { suspended: true }), installed(1, "acme")],
      { token: acme, acme, globex: NOT_INSTALLED },
    ],
    [
      "the repository is archived",
      [archived(true)],
      { token: NOT_INSTALLED, acme: NOT_INSTALLED, globex: NOT_INSTALLED },
    ],
    [
      "it is archived, and not any more",
      [archived(true), archived(false)],
      { token: acme, acme, globex: NOT_INSTALLED },
    ],
    [
      "it is transferred to somebody without Detoil, or taken out of the installation",
      [removed],
      { token: UNKNOWN, acme: NOT_INSTALLED, globex: NOT_INSTALLED },
    ],
    [
      "it is transferred to somebody who has Detoil",
      [removed, ...arrived],
      { token: UNKNOWN, acme: NOT_INSTALLED, globex },
    ],
    ["it is transferred, and only the new owner's webhook is here", arrived, { token: acme, acme, globex }],
    [
      "the App is uninstalled",
      [{ kind: "uninstalled", id: 1 }],
      { token: UNKNOWN, acme: NOT_INSTALLED, globex: NOT_INSTALLED },
    ],
  ])("who may record after: %s", async (_what, changes, expected) => {
    for (const change of changes) await applyChange(store.db, change, []);
    const { token, acme, globex } = await answers();
    expect({ token, acme, globex }).toEqual({
      token: expect.stringContaining(expected.token),
      acme: expect.stringContaining(expected.acme),
      globex: expect.stringContaining(expected.globex),
    });
  });

  test("an owner who is not to be served may not record", async () => {
    const { token, acme } = await answers(new Set(["globex"]));
    expect([token, acme]).toEqual([expect.stringContaining(NOT_INSTALLED), expect.stringContaining(NOT_INSTALLED)]);
  });

  test("GitHub knows of a transfer before its webhook comes: nothing is recorded", async () => {
    const gone = postingsOf(null, async () => {
      throw new Rejected("POST /app/installations/{installation_id}/access_tokens", 422, "not accessible");
    });
    const record: PostedRecord = deployed("r7", 50, { source: "external", repo: "acme/shop" });
    expect(await gone.post({ installationId: 1, ...SHOP }, record)).toBeNull();
  });
});
