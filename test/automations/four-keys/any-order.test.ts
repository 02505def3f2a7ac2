import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../harness/long.ts";
import { happens, stepNames } from "./life.ts";
import { recorder, recordsOf, shop, WAYS, type Webhook } from "./recorder.ts";

const lifeWith = (more: readonly string[]) =>
  fc.record({
    steps: fc.array(
      fc.record({
        name: fc.constantFrom(...stepNames, ...more, ...more),
        pick: fc.nat(60),
        /** Which of the webhooks on their way arrive now, and whether again later. */
        arrive: fc.array(fc.record({ which: fc.nat(20), again: fc.boolean() }), { maxLength: 3 }),
      }),
      { minLength: 25, maxLength: 40 },
    ),
    last: fc.infiniteStream(fc.nat(20)),
  });

test.each(WAYS)(
  "webhooks in any order and any number of times leave the same records: %s",
  async (way, more, kinds) => {
    const seen: Record<string, number> = {};
    const property = fc.asyncProperty(lifeWith(more), async ({ steps, last }) => {
      const { world, sent } = shop(way);
      const live = recorder(world);
      const all: Webhook[] = [];
      const underWay: Webhook[] = [];
      const arrives = async (which: number, again: boolean) => {
        const [webhook] = underWay.splice(which % Math.max(1, underWay.length), 1);
        if (webhook === undefined) return;
        await live.take(webhook);
        if (again) underWay.push(webhook);
      };
      for (const { name, pick, arrive } of steps) {
        happens(world, name, pick);
        await world.simulator.idle();
        const news = sent.splice(0);
        all.push(...news);
        underWay.push(...news);
        for (const { which, again } of arrive) await arrives(which, again);
      }
      while (underWay.length > 0) await arrives(last.next().value ?? 0, false);

      const afterwards = recorder(world);
      for (const webhook of all) await afterwards.take(webhook);
      const [first, second] = [await recordsOf(live.book), await recordsOf(afterwards.book)];
      expect(first.things).toEqual(second.things);

      // Whatever is recorded, the commits that it came from are too.
      const known = new Set(first.commits.map(({ sha }) => sha));
      const parents = first.commits.flatMap((commit) => commit.parents);
      expect(parents.filter((sha) => !known.has(sha))).toEqual([]);
      for (const { sha, environment, status } of (await live.book.all()).deployments) {
        if (environment === "production" && status === "success" && sha !== null) expect(known).toContain(sha);
      }
      for (const [kind, items] of Object.entries(first.things)) seen[kind] = (seen[kind] ?? 0) + items.length;
      seen.commits = (seen.commits ?? 0) + known.size;
      expect(world.simulator.unexpected).toEqual([]);
    });
    await fc.assert(property, runs(3));
    expect(kinds.filter((kind) => (seen[kind] ?? 0) === 0)).toEqual([]);
  },
);
