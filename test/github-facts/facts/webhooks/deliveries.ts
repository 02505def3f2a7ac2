import assert from "node:assert/strict";
import { at, type Fact, listAt, type Stage } from "../../fact.ts";
import { SERVER } from "./server.ts";

const LIST = "GET /app/hook/deliveries";
const LISTING = "REST: List deliveries for an app webhook";

async function openIssue(stage: Stage, title: string): Promise<void> {
  await stage.act("open-issue", { title });
  await stage.control("GET idle");
}

const listed = async (stage: Stage, parameters: object = {}) =>
  listAt((await stage.rest(LIST, { ...parameters }, "jwt")).data);

export const deliveries: readonly Fact[] = [
  {
    id: "webhooks/failed",
    says: "A delivery that failed is listed, newest first, with its event, status and code, and is never repeated on its own.",
    source: `docs.github.com: Handling failed webhook deliveries; ${LISTING}`,
    takes: SERVER,
    seen: async (stage) => {
      stage.respond(503);
      await openIssue(stage, "answered with 503");
      stage.respond(null);
      await openIssue(stage, "not reached");
      const deliveries = (await stage.deliveries()).length;
      const shown = (await listed(stage)).map((one) =>
        ["event", "action", "status", "status_code", "redelivery"].map((key) => at(one, key)),
      );
      assert.deepEqual(shown, [
        ["issues", "opened", "failed to connect to host", 502, false],
        ["issues", "opened", "Invalid HTTP Response: 503", 503, false],
      ]);
      assert.equal(deliveries, 1);
      return "503 and 502, once each";
    },
  },
  {
    id: "webhooks/pages",
    says: "The list of deliveries continues after a `cursor`, which the Link header has.",
    source: LISTING,
    takes: SERVER,
    seen: async (stage) => {
      for (const title of ["first", "second", "third"]) await openIssue(stage, title);
      const page = await stage.rest(LIST, { per_page: 2 }, "jwt");
      const next = /<([^>]+)>; rel="next"/.exec(page.headers.link ?? "")?.[1] ?? "";
      const cursor = new URL(next).searchParams.get("cursor");
      const rest = await listed(stage, { per_page: 2, cursor });
      assert.deepEqual([listAt(page.data).length, rest.length], [2, 1]);
      const ids = [...listAt(page.data), ...rest].map((one) => Number(at(one, "id")));
      assert.deepEqual(
        ids,
        ids.toSorted((a, b) => b - a),
      );
      return "2 + 1";
    },
  },
  {
    id: "webhooks/by-status",
    says: "`status=failure` lists the deliveries answered with 400 to 599, `success` those with 200 to 399.",
    source: LISTING,
    takes: SERVER,
    seen: async (stage) => {
      for (const status of [202, 302, 401, 503]) {
        stage.respond(status);
        await openIssue(stage, `answered with ${status}`);
      }
      const codes = async (parameters: object) =>
        (await listed(stage, parameters)).map((one) => at(one, "status_code"));
      assert.deepEqual(await codes({}), [503, 401, 302, 202]);
      assert.deepEqual(await codes({ status: "failure" }), [503, 401]);
      assert.deepEqual(await codes({ status: "success" }), [302, 202]);
      return "401 and 503; 202 and 302";
    },
  },
  {
    id: "webhooks/content",
    says: "A delivery by its id has its headers and payload.",
    source: "REST: Get a delivery for an app webhook",
    takes: SERVER,
    seen: async (stage) => {
      await openIssue(stage, "First");
      const [sent] = await stage.deliveries();
      const delivery_id = at((await listed(stage))[0], "id");
      const { status, data } = await stage.rest("GET /app/hook/deliveries/{delivery_id}", { delivery_id }, "jwt");
      assert.equal(status, 200);
      assert.deepEqual(at(data, "request", "payload"), sent?.body);
      return "the payload";
    },
  },
  {
    id: "webhooks/hook-config",
    says: "`GET /app/hook/config` tells the App where its webhooks go, and hides the secret.",
    source: "REST: Get a webhook configuration for an app",
    takes: SERVER,
    seen: async (stage) => {
      const { status, data } = await stage.rest("GET /app/hook/config", {}, "jwt");
      assert.deepEqual([status, at(data, "url"), at(data, "secret")], [200, "http://app.test/hook", "********"]);
      return String(at(data, "url"));
    },
  },
  {
    id: "app/redelivery",
    says: "GitHub does not redeliver failed webhooks; for three days (GHES: seven) the App can request that.",
    source: "docs.github.com: Handling failed webhook deliveries, Best practices for using webhooks",
    takes: SERVER,
    seen: async (stage) => {
      stage.respond(503);
      await openIssue(stage, "First");
      await stage.deliveries();
      stage.respond(202);
      const [missed] = await listed(stage);
      const asked = { delivery_id: at(missed, "id") };
      const route = "POST /app/hook/deliveries/{delivery_id}/attempts";
      assert.equal((await stage.rest(route, asked, "jwt")).status, 202);
      const [again] = await stage.deliveries();
      assert.equal(again?.name, "issues.opened");
      const [attempt] = await listed(stage);
      assert.deepEqual(
        [at(attempt, "redelivery"), at(attempt, "status"), at(attempt, "status_code")],
        [true, "OK", 202],
      );
      await stage.control("POST clock", { advance: 3 * 24 * 3600 + 60 });
      await openIssue(stage, "Three days later");
      assert.equal((await listed(stage)).length, 1);
      return "asked for, and gone after three days";
    },
  },
  {
    id: "app/same-guid",
    says: "`X-GitHub-Delivery` is the same on a redelivery.",
    source: "docs.github.com: Handling failed webhook deliveries, Best practices for using webhooks",
    takes: SERVER,
    seen: async (stage) => {
      await openIssue(stage, "First");
      const [first] = await stage.deliveries();
      const delivery_id = at((await listed(stage))[0], "id");
      await stage.rest("POST /app/hook/deliveries/{delivery_id}/attempts", { delivery_id }, "jwt");
      const [second] = await stage.deliveries();
      assert.deepEqual([second?.guid, second?.text], [first?.guid, first?.text]);
      const guids = (await listed(stage)).map((one) => at(one, "guid"));
      assert.deepEqual(guids, [first?.guid, first?.guid]);
      return "the same";
    },
  },
];
