import { expect, test } from "vitest";
import { createSimulator, parseWorld, type Simulator } from "../../../simulator/index.ts";
import { SHOP } from "../graphql/shop.ts";

/** How webhooks travel here; their content, and GitHub's list of them, are facts (test/github-facts). */

interface Received {
  readonly event: string | null;
  readonly guid: string | null;
}

function listened(settings: Partial<Simulator["webhooks"]> = {}) {
  const received: Received[] = [];
  const simulator = createSimulator(parseWorld(SHOP, "shop"), {
    transport: async ({ headers }) => {
      received.push({ event: headers.get("x-github-event"), guid: headers.get("x-github-delivery") });
      return new Response(null, { status: 202 });
    },
  });
  Object.assign(simulator.webhooks, { url: "http://receiver.test/hook", secret: "s3cret", ...settings });
  return { simulator, received, events: () => received.map(({ event }) => event) };
}

const push = {
  as: "alice",
  action: "push",
  repo: "acme/shop",
  branch: "feat/y",
  commits: [{ message: "y", files: ["y.ts"] }],
};

test("held ones wait for release; duplicates keep their GUID; a seed shuffles", async () => {
  const { simulator, received, events } = listened({ deliver: "hold", duplicate: 1, shuffle: 4 });
  simulator.do(push);
  await simulator.idle();
  expect(received).toEqual([]);
  expect(simulator.release()).toBe(3);
  await simulator.idle();
  expect(events().toSorted()).toEqual(["check_suite", "check_suite", "create", "create", "push", "push"]);
  expect(new Set(received.map(({ guid }) => guid)).size).toBe(3);
  const again = listened({ deliver: "hold", duplicate: 1, shuffle: 4 });
  again.simulator.do(push);
  again.simulator.release();
  await again.simulator.idle();
  expect(again.events()).toEqual(events());
});

test("dropped ones get lost on the way, and are listed as failed", async () => {
  const { simulator, received } = listened({ deliver: "drop" });
  simulator.do(push);
  await simulator.idle();
  expect(received).toEqual([]);
  expect(simulator.deliveries.map(({ status, status_code }) => [status, status_code])).toEqual(
    [1, 2, 3].map(() => ["failed to connect to host", 502]),
  );
});

test("the seed determines the GUIDs", async () => {
  const { simulator, received } = listened();
  simulator.do(push);
  await simulator.idle();
  const again = listened();
  again.simulator.do(push);
  await again.simulator.idle();
  expect(again.received).toEqual(received);
});
