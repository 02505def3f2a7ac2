import { expect, test } from "vitest";
import type { OneMilestone } from "../../../src/automations/milestone-tasks/facts.ts";
import { plan } from "../../../src/automations/milestone-tasks/plan.ts";
import type { SreConfig } from "../../../src/config/schema.ts";
import { closed, config, context, facts, milestone, parent, task } from "./facts.ts";

// A milestone of so many tasks, each after the one before and a business day later. Work is counted, not timed.

interface Setting {
  readonly sre: SreConfig;
  readonly read: OneMilestone;
}

function chained(count: number, more: Partial<OneMilestone> = {}): Setting {
  const places = Array.from({ length: count }, (_, index) => index);
  const tasks = places.map((place) => ({
    key: `t${place}`,
    title: `Task ${place} for {{milestone.title}}`,
    assignees: place % 2 === 0 ? ["alice"] : { rotate: ["bob", "carol"] },
    due: `-${count - place} business days`,
    after: place === 0 ? [] : [`t${place - 1}`],
  }));
  const due = "2029-06-01";
  const read = facts({ milestone: milestone({ due }), parent: null, ...more });
  return { sre: config({ tasks }), read };
}

function standing(count: number, more: Partial<OneMilestone> = {}): Setting {
  const { sre, read } = chained(count);
  const own = (sre.milestones?.tasks ?? []).map(({ key, after }, place) =>
    task(100 + place, { key, due: "2026-11-19", metadata: { after } }),
  );
  const numbers = Object.fromEntries(own.map(({ metadata, number }) => [metadata.key, number]));
  return { sre, read: { ...read, own, parent: parent({ metadata: { numbers } }), ...more } };
}

test.each([
  ["whose tasks are to be created, without a parent", (count: number) => chained(count, { parentEnded: true })],
  ["whose tasks exist", (count: number) => standing(count)],
  ["that was closed", (count: number) => standing(count, { milestone: closed() })],
])("twice the tasks of a milestone %s are twice the work", (_, setting) => {
  const [half, whole] = [readsOf(setting(250)), readsOf(setting(500))];
  expect(half).toBeGreaterThan(2_500);
  expect(whole / half).toBeLessThan(2.2);
});

test("a task of sre.yml is rendered once a plan, even by one that opens the milestone again", () => {
  const { sre, read } = standing(3, { milestone: closed() });
  let rendered = 0;
  const tasks = (sre.milestones?.tasks ?? []).map((one) => {
    const { title } = one;
    return Object.defineProperty({ ...one }, "title", {
      get() {
        rendered++;
        return title;
      },
    });
  });
  const blocking = { ...sre, milestones: { ...sre.milestones, tasks, "on-close": "block" } } as SreConfig;
  expect(plan(read, context(blocking))).toContainEqual(
    expect.objectContaining({ action: "update-milestone", state: "open" }),
  );
  expect(rendered).toBe(3);
});

test("each day of the years before the milestone is checked once for all tasks", () => {
  const { sre, read } = chained(500);
  let checks = 0;
  // In an order that no other test has: what equal calendars share is counted already.
  const week = new Proxy(["wed", "tue", "mon", "fri", "thu"], {
    get(days, name) {
      if (name === "includes") checks++;
      return Reflect.get(days, name);
    },
  });
  const counted = { ...sre, calendar: { ...sre.calendar, week } } as SreConfig;
  // It is within business hours: whether people are reminded today is one check more.
  expect(plan(read, context(counted)).length).toBeGreaterThan(500);
  expect(checks).toBeGreaterThan(500);
  expect(checks).toBeLessThanOrEqual(3 * 366 + 1);
});

/** How often a plan reads a field of sre.yml or of the milestone's issues. */
function readsOf({ sre, read }: Setting): number {
  let reads = 0;
  const seen = new WeakMap<object, unknown>();
  const counted = <Value>(value: Value): Value => {
    const isData = Array.isArray(value) || Object.getPrototypeOf(Object(value)) === Object.prototype;
    if (typeof value !== "object" || value === null || !isData) return value;
    const known = seen.get(value);
    if (known !== undefined) return known as Value;
    const proxy = new Proxy(value, {
      get(target, name) {
        reads++;
        return counted(Reflect.get(target, name));
      },
    });
    seen.set(value, proxy);
    return proxy;
  };
  plan(counted(read), counted(context(sre)));
  return reads;
}
