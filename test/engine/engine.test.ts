import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Automation } from "../../src/automations/automation.ts";
import type { Clock } from "../../src/engine/clock.ts";
import { readDelivery } from "../../src/engine/delivery.ts";
import { type Engine, startEngine } from "../../src/engine/engine.ts";
import type { GitHub } from "../../src/github/client.ts";
import type { Store } from "../../src/store/store.ts";
import { eachDatabase, type TestDatabase } from "../each-database.ts";
import { acmeShop, appWith, automation, githubWith } from "./places.ts";

const EACH = 50;

/** A time that stands still until it is moved. */
function standing(): Clock & { move(seconds: number): Promise<void> } {
  let now = new Date("2026-11-20T01:00:00Z");
  const listeners: ((now: Date) => Promise<void>)[] = [];
  return {
    now: () => now,
    onMove: (listener) => void listeners.push(listener),
    async stop() {},
    async move(seconds) {
      now = new Date(now.getTime() + seconds * 1_000);
      await Promise.all(listeners.map((listener) => listener(now)));
    },
  };
}

/** Two milestones that want 50 issues each, and comments that want an answer. */
function work() {
  const issues: string[] = [];
  const answers: number[] = [];
  const questions = new Set<number>();
  /** How many issues there were when the answer came. */
  const issuesBefore: number[] = [];
  const onIssue: { run(count: number): Promise<void> } = { run: async () => {} };
  const github: GitHub = {
    ...githubWith({
      "GET /installation/repositories": {
        repositories: [{ id: 10, owner: { login: "acme" }, name: "shop", archived: false }],
      },
      "POST /repos/{owner}/{repo}/issues": async ({ title }: { title: string }) => {
        issues.push(title);
        await onIssue.run(issues.length);
        return { data: { number: issues.length, id: issues.length } };
      },
      "POST /repos/{owner}/{repo}/issues/{issue_number}/comments": ({ issue_number }: { issue_number: number }) => {
        questions.delete(issue_number);
        answers.push(issue_number);
        issuesBefore.push(issues.length);
        return { data: { id: 1 } };
      },
    }),
    graphql: (async () => ({
      repository: { isPrivate: true, defaultBranchRef: null },
    })) as unknown as GitHub["graphql"],
  };
  const tasks: Automation<null, { target: string; missing: readonly string[]; asked: readonly number[] }> = {
    ...automation("milestone-tasks"),
    section: null,
    permissions: {},
    allTargets: ["milestones"],
    targetsFor: ({ payload }) => [payload.target as string],
    async gather(_github, { target }) {
      const titles = Array.from({ length: EACH }, (_, index) => `${target} ${index}`);
      const missing = target === "milestones" ? [] : titles.filter((title) => !issues.includes(title));
      return { target, missing, asked: target === "milestone/1" ? [...questions] : [] };
    },
    plan: ({ missing, asked }) => [
      ...asked.map((number) => ({
        action: "create-comment" as const,
        number,
        identity: `reply/${number}`,
        body: "Done.",
        because: "asked",
        answers: true as const,
      })),
      ...missing.map((title) => {
        const issue = { action: "create-issue" as const, ref: title, identity: title, title, body: "" };
        return { ...issue, bulk: true as const, because: "it is missing" };
      }),
    ],
    fanOut: ({ target }) => (target === "milestones" ? ["milestone/1", "milestone/2"] : []),
    describe: () => ({}),
  };
  return { issues, answers, questions, issuesBefore, onIssue, github, tasks };
}

const account = { account: { login: "acme" }, suspended_at: null, permissions: { contents: "read" } };
const isWorking = { "GET /app/installations": [{ id: 1, ...account }], "GET /app/hook/deliveries": [] };

eachDatabase((create) => {
  let database: TestDatabase;
  let store: Store;
  let engine: Engine;
  beforeEach(async () => {
    database = await create();
    store = await database.open();
    await acmeShop(store);
  });
  afterEach(async () => {
    await engine.stop();
    await database.drop();
  });

  async function begin({ github, tasks }: ReturnType<typeof work>, clock: Clock) {
    engine = await startEngine({
      store,
      app: appWith(isWorking, async () => github),
      automations: [tasks],
      clock,
      webUrl: "https://github.com",
      cooldown: 3600,
      concurrency: 10,
      lag: 1,
      writeInterval: 0,
      retention: null,
      onboarding: true,
      allowedOwners: null,
      log: pino({ level: "silent" }),
    });
    engine.begin();
    return (guid: string, event: string, payload: Record<string, unknown>) => {
      const repository = { id: 10, name: "shop", owner: { login: "acme" } };
      const sender = { login: "alice", type: "User" };
      return engine.receive(readDelivery(guid, event, { installation: { id: 1 }, repository, sender, ...payload }));
    };
  }

  test("a hundred issues are made within GitHub's limits, and an answer to a person does not wait for them", async () => {
    const { issues, answers, questions, ...rest } = work();
    const clock = standing();
    const tell = await begin({ issues, answers, questions, ...rest }, clock);
    await tell("a", "milestone", { action: "created", target: "milestones" });
    await engine.idle();
    expect(issues).toHaveLength(60);

    questions.add(7);
    await tell("b", "issue_comment", { action: "created", target: "milestone/1" });
    await engine.idle();
    expect(answers).toEqual([7]);
    expect(issues).toHaveLength(60);

    await clock.move(59);
    await engine.idle();
    expect(issues).toHaveLength(60);
    await clock.move(1);
    await engine.idle();
    expect(issues).toHaveLength(2 * EACH);
    expect(new Set(issues).size).toBe(2 * EACH);
    expect(answers).toEqual([7]);
    expect(await engine.metrics.text()).toContain(
      'detoil_reconciliations_total{automation="milestone-tasks",outcome="throttled"}',
    );
  });

  test("bulk work under way gives way to a person", async () => {
    const scene = work();
    const tell = await begin(scene, standing());
    scene.onIssue.run = async (count) => {
      if (count !== 5) return;
      scene.questions.add(7);
      await tell("b", "issue_comment", { action: "created", target: "milestone/1" });
    };
    await tell("a", "milestone", { action: "created", target: "milestone/1" });
    await engine.idle();
    expect(scene.issuesBefore).toEqual([5]);
    expect(scene.issues).toHaveLength(EACH);
    expect(new Set(scene.issues).size).toBe(EACH);
    expect(await engine.metrics.text()).toContain('outcome="preempted"');
  });
});
