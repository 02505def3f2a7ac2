import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Automation } from "../../src/automations/automation.ts";
import { onceRead } from "../../src/engine/help-desk.ts";
import { Throttled } from "../../src/github/errors.ts";
import type { WritableBook } from "../../src/records/book.ts";
import type { HomeState } from "../../src/records/help-wanted/desk.ts";
import type { HelpReading, HelpState } from "../../src/records/help-wanted/help-request.ts";
import { FORGOTTEN_AFTER } from "../../src/records/help-wanted/home-state.ts";
import { memoryBook } from "../../src/records/memory-book.ts";
import { storedDesk } from "../../src/store/help-wanted/desk.ts";
import { putInstallation } from "../../src/store/installations.ts";
import { storedBook } from "../../src/store/records/book.ts";
import { putRepository } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";
import type { Claim } from "../../src/store/work-items.ts";
import { execute, mostlyOnServer, type TestDatabase } from "../each-database.ts";
import { runs } from "../harness/long.ts";

const PEOPLE = ["Ann", "ben", "cleo", "dan"];
const login = fc.constantFrom(...PEOPLE);
const moment = fc.integer({ min: 1, max: 9 });
const place = fc.record({ number: fc.integer({ min: 1, max: 3 }), since: fc.integer({ min: 0, max: 2 }) });

const NOTHING = {
  ...{ askedAt: null, firstAskedAt: null, firstAnswerAt: null },
  ...{ passedAt: [], endedAt: null, isPrivate: true },
};
const span = login.map((who) => ({ who, from: "2026-11-20", to: "2026-11-23" }));
const reading = fc
  .record({
    at: place,
    home: fc.constantFrom("acme/home", "Acme/Home", "acme/other"),
    revision: fc.integer({ min: 1, max: 4 }),
    state: fc.constantFrom<HelpState>("new", "asked", "answered", "escalated", "snoozed", "ended"),
    asked: fc.option(login),
    asks: fc.array(fc.record({ login, at: moment }), { maxLength: 3 }),
    away: fc.array(span, { maxLength: 1 }),
    covers: fc.array(fc.record({ cover: span, by: login }), { maxLength: 1 }),
    readAt: fc.constantFrom(0, 5 - FORGOTTEN_AFTER),
  })
  .map(({ at, home, revision, readAt, state, asked, asks, away, covers }): HelpReading => {
    const request = { ...NOTHING, state, asked };
    const record = { request: at.since === 0 ? null : request, asks: asks.toSorted((a, b) => a.at - b.at), away };
    const covered = covers.map(({ cover, by }) => ({ ...cover, by }));
    return { ...at, home, repo: "acme/shop", revision, readAt, record: { ...record, covers: covered } };
  });
const step = fc.oneof(
  fc.record({ record: fc.array(reading, { maxLength: 2 }) }),
  fc.record({ ask: place, now: moment, who: fc.option(login) }),
  fc.record({ release: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ gone: fc.integer({ min: 1, max: 3 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** What each choice saw on the way; of the order of asks only who comes before whom. */
async function seen(book: WritableBook, steps: readonly Step[]) {
  const states: unknown[] = [];
  for (const one of steps) {
    const home = "acme/home";
    if ("record" in one) await book.record({ readings: [], cursors: [], help: one.record });
    else if ("gone" in one) await book.record({ readings: [], cursors: [], helpGone: [one.gone] });
    else if ("release" in one) await book.desk.release(one.release);
    else
      await book.desk.reserve({ ...one.ask, home, now: one.now, today: 5 }, (state) => {
        states.push(comparable(state));
        return { reserves: one.who };
      });
  }
  return { states, known: await book.desk.read("acme/home") };
}

function comparable({ workloads, away, covers, reserved, nobodys }: HomeState) {
  const inOrder = [...workloads].toSorted(
    ([a, one], [b, two]) => one.lastAskOrder - two.lastAskOrder || (a < b ? -1 : 1),
  );
  const sorted = (all: readonly object[]) =>
    all.map((one) => JSON.stringify(Object.entries(one).toSorted())).toSorted();
  return {
    workloads: inOrder.map(([who, { lastAskOrder: _, ...rest }]) => ({ who, ...rest })),
    reserved: reserved?.toLowerCase() ?? null,
    nobodys,
    away: sorted(away),
    covers: sorted(covers),
  };
}

mostlyOnServer((create) => {
  let database: TestDatabase;
  let store: Store;
  let fresh = 100;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
  });
  afterAll(() => database.drop());

  /** Books of two repositories of a new installation; the first one is the home. */
  async function installed(...names: readonly string[]) {
    const installationId = ++fresh;
    await putInstallation(store.db, { id: installationId, account: "acme", suspended: false, permissions: null });
    for (const [index, name] of names.entries())
      await putRepository(store.db, { installationId, id: index + 1, owner: "acme", name, archived: false });
    const rename = (name: string) =>
      putRepository(store.db, { installationId, id: 1, owner: "acme", name, archived: false });
    return {
      installationId,
      books: names.map((_, index) => storedBook(store, { installationId, repositoryId: index + 1 })),
      rename,
    };
  }

  test("it knows of one repository what a desk in memory knows", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const [stored] = (await installed("shop")).books;
        if (stored === undefined) throw new Error("one was installed");
        const [is, expected] = [await seen(stored, steps), await seen(memoryBook(), steps)];
        expect(is.states).toEqual(expected.states);
        expect(is.known).toEqual(expected.known.toSorted((a, b) => a.number - b.number || a.since - b.since));
      }),
      runs(8),
    );
  });

  test("in a new store nobody is chosen before every repository was read, except where nothing comes of it", async () => {
    const { installationId } = await installed("home", "shop");
    const home = "acme/home";
    const claim = { installationId, repositoryId: 1, automation: "help-wanted", target: "request/1" } as Claim;
    const automation = { name: "help-wanted", allTargets: ["requests"] } as unknown as Automation;
    const desk = onceRead(storedDesk(store, claim), store, claim, automation);
    const ask = (reserves: string | null) =>
      desk.reserve({ home, number: 1, since: 1, now: 1, today: 0 }, () => ({ reserves }));
    const waiting = (minutes: number) =>
      execute(
        store,
        `insert into work_items (installation_id, repository_id, automation, target, generation, observed_generation,
          priority, requested_at, due_at) values (${installationId}, 2, 'help-wanted', 'requests', 1, 0, 2,
          now() - interval '${minutes} minutes', now())
          on conflict (installation_id, repository_id, automation, target) do update set requested_at = excluded.requested_at`,
      );
    await waiting(1);
    await expect(ask("ann")).rejects.toThrow(Throttled);
    expect(await ask(null)).toEqual({ reserves: null });
    await waiting(11);
    expect(await ask("ann")).toEqual({ reserves: "ann" });
    await waiting(1);
    await execute(store, `update work_items set observed_generation = 1 where installation_id = ${installationId}`);
    expect(await ask("ben")).toEqual({ reserves: "ben" });
  });

  test("requests of several repositories in one moment go to different people, a home renamed meanwhile", async () => {
    const { books, rename } = await installed("home", "shop", "web");
    const [home, shop, web] = books;
    if (home === undefined || shop === undefined || web === undefined) throw new Error("three were installed");
    const times = () => new Map(PEOPLE.map((one) => [one.toLowerCase(), 0]));
    const chosen = times();
    const ask = (book: WritableBook, of: string, number: number) =>
      book.desk.reserve({ home: of, number, since: 1, now: 1_000, today: 0 }, ({ workloads }) => {
        const open = (one: string) => workloads.get(one)?.open ?? 0;
        const reserves = [...chosen.keys()].toSorted((a, b) => open(a) - open(b))[0] ?? "";
        chosen.set(reserves, (chosen.get(reserves) ?? 0) + 1);
        return { reserves };
      });
    const numbers = [1, 2, 3];
    await Promise.all(numbers.flatMap((number) => [ask(shop, "acme/home", number), ask(web, "Acme/Home", number)]));
    await rename("house");
    await Promise.all([ask(home, "acme/house", 1), ask(shop, "acme/house", 4)]);
    expect([...chosen.values()]).toEqual([2, 2, 2, 2]);
    // What the comments say takes the place of what was reserved, and an end frees the person.
    const help = numbers.map((number): HelpReading => {
      const request = { ...NOTHING, state: "ended", asked: "ben", endedAt: 2_000 } as const;
      const record = { request, asks: [{ login: "ben", at: 1_000 }], away: [], covers: [] };
      return { home: "acme/house", repo: "acme/shop", number, since: 1, revision: 1, readAt: 1_000, record };
    });
    await shop.record({ readings: [], cursors: [], help });
    await shop.desk.release(4);
    const { open } = await home.desk.reserve(
      { home: "acme/house", number: 9, since: 1, now: 3_000, today: 0 },
      (state) => ({
        reserves: null,
        open: [...state.workloads.values()].reduce((sum, one) => sum + one.open, 0),
      }),
    );
    expect(open).toBe(4);
    expect((await web.desk.read("acme/house")).map(({ repo, number }) => `${repo}#${number}`)).toEqual(
      numbers.map((number) => `acme/shop#${number}`),
    );
  });
});
