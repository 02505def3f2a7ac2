import fc from "fast-check";
import { expect, test } from "vitest";
import { readCursor } from "../../../../src/automations/four-keys/history/cursor.ts";
import { fourKeys } from "../../../../src/automations/four-keys/index.ts";
import type { WritableBook } from "../../../../src/records/book.ts";
import { runs } from "../../../harness/long.ts";
import { happens, stepNames } from "../life.ts";
import { recorder, recordsOf, shop, WAYS, type Webhook } from "../recorder.ts";

/**
 * What is compared: history reads the environments and labels that count alone, and does not know when a lightweight tag was
 * pushed.
 */
async function countedOf(book: WritableBook) {
  const { things } = await recordsOf(book);
  const deployments = (await book.all()).deployments.filter(({ environment }) => environment === "production");
  const shown = deployments.map((one) => JSON.stringify(one.source === "tag" ? { ...one, finishedAt: 0 } : one));
  const incidents = (await book.all()).incidents.filter(({ labels }) => labels?.includes("incident"));
  return { ...things, incidents: incidents.map((one) => JSON.stringify(one)).sort(), deployments: shown.sort() };
}

const lifeWith = (more: readonly string[]) =>
  fc.record({
    steps: fc.array(
      fc.record({
        name: fc.constantFrom(...stepNames, ...more, ...more),
        pick: fc.nat(60),
        /** After it history goes on; the process may be killed before it is recorded, or GitHub fail. */
        history: fc.constantFrom("rests", "rests", "goes on", "is killed", "fails"),
      }),
      { minLength: 30, maxLength: 45 },
    ),
    /** So many steps happened before Detoil came. */
    before: fc.integer({ min: 5, max: 25 }),
  });

test.each(WAYS)("history and webhooks together record what webhooks alone do: %s", async (way, more, kinds) => {
  const seen: Record<string, number> = {};
  const property = fc.asyncProperty(lifeWith(more), async ({ steps, before }) => {
    const { world, sent } = shop(way);
    const all: Webhook[] = [];
    const live = recorder(world);
    const goOn = (book: WritableBook) => world.reconcile(fourKeys, "history", { book });
    for (const [index, { name, pick, history }] of steps.entries()) {
      happens(world, name, pick);
      await world.simulator.idle();
      const news = sent.splice(0);
      all.push(...news);
      if (index < before) continue;
      for (const webhook of news) await live.take(webhook);
      if (history === "goes on") await goOn(live.book);
      if (history === "is killed") {
        const killed = { ...live.book, record: () => Promise.reject(new Error("killed")) };
        await goOn(killed).catch(() => {});
      }
      if (history === "fails") {
        await world.fails({ match: { operation: "fourKeysHistory*" }, status: 502 });
        await goOn(live.book).catch(() => {});
      }
    }
    for (let count = 0; (await readCursor(live.book))?.complete !== true; count += 1) {
      if (count > 20) throw new Error("history does not end");
      await goOn(live.book);
    }
    const afterwards = recorder(world);
    for (const webhook of all) await afterwards.take(webhook);
    expect(await countedOf(live.book)).toEqual(await countedOf(afterwards.book));

    const { commits, deployments } = await live.book.all();
    const known = new Set(commits.map(({ sha }) => sha));
    expect(commits.flatMap(({ parents }) => parents).filter((sha) => !known.has(sha))).toEqual([]);
    for (const { sha, environment, status } of deployments) {
      if (environment === "production" && status === "success" && sha !== null) expect(known).toContain(sha);
    }
    for (const [kind, items] of Object.entries((await recordsOf(live.book)).things))
      seen[kind] = (seen[kind] ?? 0) + items.length;
    seen.commits = (seen.commits ?? 0) + known.size;
    expect(world.simulator.unexpected).toEqual([]);
  });
  await fc.assert(property, runs(3));
  expect(kinds.filter((kind) => (seen[kind] ?? 0) === 0)).toEqual([]);
});
