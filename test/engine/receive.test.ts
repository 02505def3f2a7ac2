import webhooks from "@octokit/webhooks-examples";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { automations as all } from "../../src/automations/index.ts";
import { type Delivery, readDelivery } from "../../src/engine/delivery.ts";
import { succeeded } from "../../src/engine/outcome.ts";
import { createQueue, type Queue } from "../../src/engine/queue.ts";
import { createReceiver } from "../../src/engine/receive.ts";
import { findInstallation, putInstallation } from "../../src/store/installations.ts";
import { readObservations } from "../../src/store/observations.ts";
import { refusesContent } from "../../src/store/refuses-content.ts";
import { listRepositories, upsertRepositories } from "../../src/store/repositories.ts";
import { addSchedule } from "../../src/store/schedules.ts";
import type { Store } from "../../src/store/store.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";
import { acmeShop, automation, SELF } from "./places.ts";

const repository = { id: 10, name: "shop", full_name: "acme/shop", owner: { login: "acme" } };
const account = { id: 1, account: { login: "acme" }, permissions: { contents: "read" }, suspended_at: null };

/** As its schema has it (@octokit/webhooks); there is no example of it. */
const RENAMED = { action: "renamed", sender: { login: "bo" } };

function push(guid: string, more: Record<string, unknown> = {}): Delivery {
  return readDelivery(guid, "push", { installation: { id: 1 }, repository, sender: { login: "alice" }, ...more });
}

async function keysOf(...asked: Parameters<typeof readObservations>): Promise<string[]> {
  return (await readObservations(...asked)).map(({ key }) => key);
}

eachDatabase((create) => {
  let database: TestDatabase;
  let store: Store;
  let queue: Queue;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await clear(store);
    await acmeShop(store);
    queue = createQueue(store, { cooldown: 0, lease: 60 });
    await queue.start();
  });
  afterEach(() => queue.stop());

  function receiver(automations = [automation("release-pr")], allowedOwners: ReadonlySet<string> | null = null) {
    const unreadable: string[] = [];
    const onUnreadable = (name: string) => unreadable.push(name);
    const made = createReceiver({ store, queue, automations, self: SELF, allowedOwners, onUnreadable });
    return { receive: (delivery: Delivery) => made.add(delivery), unreadable };
  }
  const looks = async () =>
    (await queue.take(50)).claims.map((claim) => `${claim.repositoryId} ${claim.target}`).sort();
  const guids = async () =>
    (await store.db.selectFrom("deliveries").select("guid").orderBy("guid").execute()).map((row) => row.guid);

  test("a delivery is recorded once, and a repeated one queues its looks again", async () => {
    const { receive } = receiver();
    expect(await receive(push("a"))).toBe("recorded");
    const [claim] = (await queue.take(5)).claims;
    expect(await receive(push("a"))).toBe("repeated");
    expect(await guids()).toEqual(["a"]);
    expect((await queue.take(5)).claims).toEqual([]);
    if (claim === undefined) throw new Error("the first delivery asked for no look");
    await queue.finish(succeeded(claim));
    expect(await looks()).toEqual(["10 push"]);
  });

  test("a delivery that the database refuses takes no other one along", async () => {
    const odd = automation("release-pr", { targetsFor: ({ payload }) => [String(payload.target ?? "push")] });
    const { receive } = receiver([odd]);
    const deliveries = ["a", "b", "c"].map((guid) => push(guid, guid === "b" ? { target: "\0" } : {}));
    const outcomes = await Promise.allSettled([push("first"), ...deliveries].map(receive));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
    const { reason } = outcomes[2] as PromiseRejectedResult;
    expect(refusesContent(reason), String(reason)).toBe(true);
    expect(await guids()).toEqual(["a", "c", "first"]);
  });

  test("the same delivery twice at the same moment is one row", async () => {
    const { receive } = receiver();
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, index) => receive(push(`g${index % 4}`))));
    expect(outcomes).toHaveLength(40);
    expect(await guids()).toEqual(["g0", "g1", "g2", "g3"]);
    expect(await looks()).toEqual(["10 push"]);
  });

  test("a repository that nobody introduced is met by its first webhook", async () => {
    const { receive } = receiver();
    const other = { id: 77, name: "new", full_name: "zed/new", owner: { login: "zed" } };
    await receive(readDelivery("a", "push", { installation: { id: 9 }, repository: other }));
    expect(await findInstallation(store.db, 9)).toEqual({ id: 9, account: "zed", suspended: false, permissions: null });
    expect(await looks()).toEqual(["77 push"]);
  });

  test("owners who may not install it are ignored and leave nothing", async () => {
    const { receive } = receiver(undefined, new Set(["other"]));
    expect(await receive(push("a"))).toBe("ignored");
    expect(await guids()).toEqual([]);
    expect(await looks()).toEqual([]);
  });

  test("an automation that fails on a webhook looks at everything instead", async () => {
    const broken = automation("config", {
      targetsFor: () => {
        throw new TypeError("surprise");
      },
    });
    const { receive, unreadable } = receiver([broken, automation("release-pr")]);
    await receive(push("a"));
    expect(unreadable).toEqual(["config"]);
    expect(await looks()).toEqual(["10 all", "10 push"]);
  });

  const comment = (guid: string, action: string, type: string) =>
    readDelivery(guid, "issue_comment", { action, installation: { id: 1 }, repository, sender: { login: "x", type } });

  test.each([
    ["created", "User", ["10 issue_comment"]],
    ["created", "Bot", []],
    ["edited", "User", []],
    ["deleted", "User", []],
  ])("a comment that is %s by a %s lets the target's rest end: %j", async (action, type, expected) => {
    await queue.stop();
    queue = createQueue(store, { cooldown: 3600, lease: 60 });
    await queue.start();
    const { receive } = receiver();
    await receive(comment("a", "edited", "User"));
    const [claim] = (await queue.take(5)).claims;
    if (claim === undefined) throw new Error("the first delivery asked for no look");
    await queue.finish(succeeded(claim));
    await receive(comment("b", "edited", "User"));
    await receive(comment("c", action, type));
    expect(await looks()).toEqual(expected);
  });

  test("what an automation remembers is stored with the delivery, once", async () => {
    const { receive } = receiver([
      automation("config"),
      automation("release-pr", { observes: ({ payload }) => payload.keys as string[] }),
    ]);
    await receive(push("a", { keys: ["deleted/2", "deleted/1"] }));
    await receive(push("a", { keys: ["deleted/2"] }));
    await receive(push("b", { keys: [] }));
    const place = { installationId: 1, repositoryId: 10, automation: "release-pr" };
    expect(await keysOf(store.db, place, "deleted/")).toEqual(["deleted/1", "deleted/2"]);
    expect(await keysOf(store.db, { ...place, automation: "config" }, "")).toEqual([]);
  });

  test("an automation that fails while it remembers looks at everything, and its delivery is kept", async () => {
    const observes = () => {
      throw new TypeError("surprise");
    };
    const { receive, unreadable } = receiver([automation("config", { observes })]);
    expect(await receive(push("a"))).toBe("recorded");
    expect(unreadable).toEqual(["config"]);
    expect(await looks()).toEqual(["10 all"]);
  });

  test("installing looks at everything, uninstalling removes every row", async () => {
    const { receive } = receiver();
    await clear(store);
    const repositories = [{ id: 10, name: "shop", full_name: "acme/shop" }];
    await receive(readDelivery("a", "installation", { action: "created", installation: account, repositories }));
    await receive(push("b"));
    expect(await looks()).toEqual(["10 all", "10 push"]);
    await receive(readDelivery("c", "installation", { action: "deleted", installation: account, repositories }));
    expect(await guids()).toEqual([]);
    for (const table of [
      "installations",
      "repositories",
      "work_items",
      "schedules",
      "observations",
      "content_budgets",
    ] as const) {
      expect(await store.db.selectFrom(table).selectAll().execute()).toEqual([]);
    }
  });

  test("a late webhook with an old name does not undo a renaming", async () => {
    const { receive } = receiver();
    const renamed = { ...repository, name: "store", full_name: "acme/store" };
    await receive(readDelivery("a", "repository", { action: "renamed", installation: { id: 1 }, repository: renamed }));
    await receive(push("b"));
    expect(await listRepositories(store.db, 1)).toMatchObject([{ id: 10, owner: "acme", name: "store" }]);
  });

  test("unarchiving looks at everything; archiving and removing do not", async () => {
    const nothing = automation("release-pr", { targetsFor: () => [] });
    const { receive } = receiver([nothing]);
    const about = (action: string, archived: boolean) =>
      readDelivery(`${action}`, "repository", {
        action,
        installation: { id: 1 },
        repository: { ...repository, archived },
      });
    await receive(about("archived", true));
    expect(await looks()).toEqual([]);
    await receive(about("unarchived", false));
    expect(await looks()).toEqual(["10 all"]);
    await receive(
      readDelivery("r", "installation_repositories", {
        action: "removed",
        installation: account,
        repositories_removed: [{ id: 10, name: "shop", full_name: "acme/shop" }],
      }),
    );
    expect(await listRepositories(store.db, 1)).toEqual([]);
  });

  test("a suspended installation is known to be, and looked at whole when it comes back", async () => {
    const { receive } = receiver();
    const suspended = { ...account, suspended_at: "2026-11-20T01:00:00Z" };
    await receive(readDelivery("a", "installation", { action: "suspend", installation: suspended }));
    expect(await findInstallation(store.db, 1)).toMatchObject({ suspended: true });
    expect(await looks()).toEqual([]);
    await receive(readDelivery("b", "installation", { action: "unsuspend", installation: account }));
    expect(await looks()).toEqual(["10 all"]);
  });

  test.each([
    ["organization", () => exampleOf("organization", "renamed")],
    ["installation_target", () => ({ ...RENAMED, account: { login: "zenith", id: 4 }, target_type: "Organization" })],
  ])("an account's new name is followed from %s, and its repositories are looked at", async (event, payload) => {
    const { receive } = receiver();
    await upsertRepositories(store.db, [{ installationId: 1, id: 11, owner: "umbrella", name: "shop" }]);
    const named = { changes: { login: { from: "Acme" } }, installation: { id: 1 } };
    const { organization } = payload() as { readonly organization?: object };
    const renamed = organization === undefined ? {} : { organization: { ...organization, login: "zenith" } };
    await receive(readDelivery("a", event, { ...payload(), ...named, ...renamed }));
    expect(await findInstallation(store.db, 1)).toMatchObject({ account: "zenith", permissions: { contents: "read" } });
    expect(await listRepositories(store.db, 1)).toMatchObject([
      { id: 10, owner: "zenith", name: "shop" },
      { id: 11, owner: "umbrella", name: "shop" },
    ]);
    expect(await looks()).toEqual(["10 all", "11 all"]);
  });

  test("an event without a repository reaches the automations that want it, where they say", async () => {
    await upsertRepositories(store.db, [
      { installationId: 1, id: 11, owner: "acme", name: "web" },
      { installationId: 1, id: 12, owner: "acme", name: "off" },
    ]);
    await putInstallation(store.db, { id: 2, account: "globex", suspended: false, permissions: {} });
    await upsertRepositories(store.db, [{ installationId: 2, id: 20, owner: "globex", name: "shop" }]);
    const nightly = { automation: "milestone-tasks", target: "all", cron: "0 1 * * *", timezone: "UTC", nightly: true };
    const nextAt = new Date("2026-11-21T01:00:00Z");
    for (const [installationId, repositoryId] of [
      [1, 10],
      [1, 11],
      [2, 20],
    ] as const)
      await addSchedule(store.db, { ...nightly, installationId, repositoryId, nextAt });
    const heard: (string | null)[] = [];
    const wanting = automation("milestone-tasks", {
      targetsForAccount: ({ name, account, sender }) => {
        heard.push(name, account, sender);
        return [
          { repositoryId: "each", target: "milestones" },
          { repositoryId: 12, target: "milestone/1" },
          { repositoryId: 20, target: "milestone/2" }, // another installation's
        ];
      },
    });
    const { receive } = receiver([wanting, automation("release-pr")]);
    const payload = { ...exampleOf("projects_v2_item", "created"), installation: { id: 1 } };
    expect(await receive(readDelivery("a", "projects_v2_item", payload))).toBe("recorded");
    expect(heard).toEqual(["projects_v2_item", "github", "monalisa"]);
    expect(await looks()).toEqual(["10 milestones", "11 milestones", "12 milestone/1"]);
    expect(await receive(readDelivery("b", "push", { installation: { id: 1 }, repository }))).toBe("recorded");
    expect(heard).toHaveLength(3);
  });

  test("an event without a repository that an automation cannot read makes it look at everything", async () => {
    const nightly = { automation: "milestone-tasks", target: "all", cron: "0 1 * * *", timezone: "UTC", nightly: true };
    const place = { installationId: 1, repositoryId: 10, nextAt: new Date("2026-11-21T01:00:00Z") };
    await addSchedule(store.db, { ...nightly, ...place });
    const broken = automation("milestone-tasks", {
      targetsForAccount: () => {
        throw new Error("a bug");
      },
    });
    const { receive, unreadable } = receiver([broken]);
    await receive(readDelivery("a", "projects_v2_item", { action: "created", installation: { id: 1 } }));
    expect(unreadable).toEqual(["milestone-tasks"]);
    expect(await looks()).toEqual(["10 all"]);
  });

  test("every example of @octokit/webhooks-examples is taken in without an error", async () => {
    const { receive, unreadable } = receiver([...all]);
    const examples = everyExample();
    expect(examples.length).toBeGreaterThan(300);
    const outcomes = await Promise.all(
      examples.flatMap(({ name, payload }, index) => [
        receive(readDelivery(`plain-${index}`, name, payload)),
        receive(
          readDelivery(`with-${index}`, name, { ...payload, installation: { id: 1, ...installationIn(payload) } }),
        ),
      ]),
    );
    expect(new Set(outcomes)).toEqual(new Set(["recorded"]));
    expect(unreadable).toEqual([]);
  });
});

/** The package is one JSON file, and declares itself as a module with a default export that it has not. */
function everyExample(): { name: string; payload: Record<string, unknown> }[] {
  const events = webhooks as unknown as { name: string; examples: Record<string, unknown>[] }[];
  return events.flatMap(({ name, examples }) => examples.map((payload) => ({ name, payload })));
}

function exampleOf(event: string, action: string): Record<string, unknown> {
  const found = everyExample().find(({ name, payload }) => name === event && payload.action === action);
  if (found === undefined) throw new Error(`there is no example of ${event}.${action}`);
  return found.payload;
}

function installationIn(payload: Record<string, unknown>): object {
  return typeof payload.installation === "object" && payload.installation !== null ? payload.installation : {};
}
