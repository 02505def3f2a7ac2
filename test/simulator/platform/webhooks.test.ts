import { verify } from "@octokit/webhooks-methods";
import { expect, test } from "vitest";
import { createSimulator, parseWorld, type Simulator } from "../../../src/simulator/index.ts";
import { SHOP } from "../graphql/shop.ts";
import { octokitAsApp } from "./octokit.ts";

interface Received {
  readonly event: string | null;
  readonly guid: string | null;
  readonly signature: string | null;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

/** A shop and what arrives at its webhook; `status` is what the receiver answers. */
function listened(settings: Partial<Simulator["webhooks"]> = {}) {
  const received: Received[] = [];
  const receiver = { status: 202 };
  const simulator = createSimulator(parseWorld(SHOP, "shop"), {
    transport: async (request) => {
      const text = await request.text();
      received.push({
        event: request.headers.get("x-github-event"),
        guid: request.headers.get("x-github-delivery"),
        signature: request.headers.get("x-hub-signature-256"),
        text,
        body: JSON.parse(text),
      });
      if (receiver.status === 0) throw new TypeError("fetch failed");
      return new Response(null, { status: receiver.status });
    },
  });
  Object.assign(simulator.webhooks, { url: "http://receiver.test/hook", secret: "s3cret", ...settings });
  const names = () => received.map(({ event, body }) => (body.action ? `${event}.${body.action}` : event));
  return { simulator, received, receiver, names };
}

const push = {
  as: "alice",
  action: "push",
  repo: "acme/shop",
  branch: "feat/y",
  commits: [{ message: "y", files: ["y.ts"] }],
};

test("what a person does arrives signed, with installation and sender", async () => {
  const { simulator, received, names } = listened();
  simulator.do(push);
  const opened = simulator.do({
    as: "alice",
    action: "open-pull",
    repo: "acme/shop",
    title: "Y",
    base: "develop",
    head: "feat/y",
  });
  await simulator.idle();
  expect(names()).toEqual(["create", "push", "check_suite.requested", "pull_request.opened"]);
  const installation = [...simulator.state.installations.keys()][0];
  for (const { signature, text, body } of received) {
    expect(await verify("s3cret", text, signature ?? "")).toBe(true);
    expect(body).toMatchObject({
      installation: { id: installation },
      sender: { login: "alice" },
      repository: { full_name: "acme/shop" },
    });
  }
  expect(received.at(-1)?.body).toMatchObject({ number: opened.number, pull_request: { head: { ref: "feat/y" } } });
  expect(new Set(received.map(({ guid }) => guid)).size).toBe(4);
  expect(received[0]?.guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  expect(simulator.unexpected).toEqual([]);
});

test("only events that the App subscribes to and may read are sent", async () => {
  const { simulator, names } = listened();
  simulator.state.app.events = simulator.state.app.events.filter((event) => event !== "milestone");
  simulator.do({ as: "bo", action: "create-milestone", repo: "acme/shop", title: "v9" }); // not subscribed to
  simulator.do({ as: "bo", action: "set-permissions", repo: "acme/shop", permissions: { contents: "read" } });
  simulator.do({ as: "bo", action: "close-issue", repo: "acme/shop", number: 7 }); // no longer readable
  await simulator.idle();
  expect(names()).toEqual(["installation.new_permissions_accepted"]);
});

test("held ones wait for release; duplicates keep their GUID; a seed shuffles", async () => {
  const { simulator, received, names } = listened({ deliver: "hold", duplicate: 1, shuffle: 4 });
  simulator.do(push);
  await simulator.idle();
  expect(received).toEqual([]);
  expect(simulator.release()).toBe(3);
  await simulator.idle();
  expect(names().toSorted()).toEqual(
    ["check_suite.requested", "check_suite.requested", "create", "create", "push", "push"].toSorted(),
  );
  expect(new Set(received.map(({ guid }) => guid)).size).toBe(3);
  const again = listened({ deliver: "hold", duplicate: 1, shuffle: 4 });
  again.simulator.do(push);
  again.simulator.release();
  await again.simulator.idle();
  expect(again.names()).toEqual(names());
});

test("a delivery that failed is listed, never repeated by itself, and comes again under its GUID when asked for", async () => {
  const { simulator, received, receiver } = listened();
  receiver.status = 503;
  simulator.do({ as: "alice", action: "close-issue", repo: "acme/shop", number: 7 });
  await simulator.idle();
  receiver.status = 0;
  simulator.do({ as: "alice", action: "reopen", repo: "acme/shop", number: 7 });
  await simulator.idle();
  simulator.webhooks.deliver = "drop";
  simulator.do({ as: "alice", action: "close-issue", repo: "acme/shop", number: 7 });
  await simulator.idle();
  expect(received.length).toBe(2);

  const app = octokitAsApp(simulator);
  const { data, headers } = await app.rest.apps.listWebhookDeliveries({ per_page: 2 });
  expect(data.map(({ status, status_code, action }) => [status, status_code, action])).toEqual([
    ["failed to connect to host", 502, "closed"],
    ["failed to connect to host", 502, "reopened"],
  ]);
  const cursor = new URL(/<([^>]+)>; rel="next"/.exec(headers.link ?? "")?.[1] ?? "").searchParams.get("cursor") ?? "";
  const rest = await app.rest.apps.listWebhookDeliveries({ per_page: 2, cursor });
  expect(rest.data).toMatchObject([{ status: "Invalid HTTP Response: 503", status_code: 503, redelivery: false }]);

  receiver.status = 202;
  simulator.webhooks.deliver = "live";
  const missed = data[0];
  await app.rest.apps.redeliverWebhookDelivery({ delivery_id: missed?.id ?? 0 });
  await simulator.idle();
  expect(received.at(-1)).toMatchObject({ guid: missed?.guid, event: "issues" });
  const attempts = await app.rest.apps.listWebhookDeliveries();
  expect(attempts.data[0]).toMatchObject({ guid: missed?.guid, redelivery: true, status: "OK", status_code: 202 });
  const one = await app.rest.apps.getWebhookDelivery({ delivery_id: missed?.id ?? 0 });
  expect(one.data.request.payload).toMatchObject({ action: "closed", issue: { number: 7 } });
  expect(simulator.unexpected).toEqual([]);
});

test("every action of a person ends in webhooks that can be rendered", async () => {
  const { simulator, names } = listened();
  simulator.state.app.events = [
    ...simulator.state.app.events,
    "issue_comment",
    "pull_request_review",
    "milestone",
    "label",
    "status",
    "release",
    "deployment",
    "deployment_status",
  ];
  simulator.state.app.permissions = {};
  for (const found of simulator.state.installations.values()) {
    for (const resource of ["statuses", "deployments"]) found.permissions[resource] = "read";
  }
  const act = (action: string, fields: object = {}) => simulator.do({ as: "bo", action, repo: "acme/shop", ...fields });
  simulator.do(push);
  const { number } = act("open-pull", { as: "alice", title: "Y", base: "develop", head: "feat/y" });
  act("review", { number, state: "APPROVED" });
  act("label", { number, label: "bug" });
  act("unlabel", { number, label: "bug" });
  act("assign", { number, assignee: "alice" });
  act("unassign", { number, assignee: "alice" });
  act("request-review", { number, reviewers: ["bo"] });
  act("edit-pull", { number, title: "Y2" });
  const { id } = act("comment", { number, body: "hm" });
  act("edit-comment", { id, body: "hm!" });
  act("delete-comment", { id });
  act("complete-check", { sha: "feat/y", name: "test" });
  act("set-status", { sha: "feat/y", context: "ci", state: "success" });
  act("edit-milestone", { number: 1, title: "v1.3" });
  act("close-milestone", { number: 1 });
  act("reopen-milestone", { number: 1 });
  act("move-issue", { number: 8, milestone: 1 });
  act("delete-milestone", { number: 1 });
  act("close-issue", { number: 7 });
  act("reopen-issue", { number: 7 });
  act("delete-issue", { number: 7 });
  act("merge-pull", { number, method: "squash" });
  const deployed = act("create-deployment", { ref: "develop", environment: "production" });
  act("deployment-status", { id: deployed.id, state: "success" });
  act("publish-release", { tag: "v2" });
  act("push", { branch: "feat/y", delete: true });
  act("archive");
  act("unarchive");
  act("rename-repo", { name: "store" });
  await simulator.idle();
  expect(simulator.unexpected).toEqual([]);
  for (const name of [
    "pull_request_review.submitted",
    "pull_request.unassigned",
    "issue_comment.deleted",
    "check_suite.completed",
    "status",
    "milestone.closed",
    "milestone.opened",
    "milestone.deleted",
    "issues.milestoned",
    "issues.reopened",
    "issues.deleted",
    "deployment_status.created",
    "release.published",
    "delete",
    "repository.archived",
    "repository.renamed",
  ]) {
    expect(names()).toContain(name);
  }
  expect(simulator.deliveries.every(({ status }) => status === "OK")).toBe(true);
});

test("deliveries are listed by the range of their status code (docs.github.com: list deliveries for an app webhook)", async () => {
  const { simulator, receiver } = listened();
  for (const status of [202, 302, 401, 503]) {
    receiver.status = status;
    simulator.do({ as: "alice", action: "open-issue", repo: "acme/shop", title: `answered with ${status}` });
    await simulator.idle();
  }
  const codes = async (status?: "success" | "failure") => {
    const { data } = await octokitAsApp(simulator).request("GET /app/hook/deliveries", { status });
    return (data as { status_code: number }[]).map(({ status_code }) => status_code);
  };
  expect(await codes()).toEqual([503, 401, 302, 202]);
  expect(await codes("failure")).toEqual([503, 401]);
  expect(await codes("success")).toEqual([302, 202]);
  expect(simulator.unexpected).toEqual([]);
});
