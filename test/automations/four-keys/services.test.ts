import { expect, test } from "vitest";
import { touchedServices } from "../../../src/automations/four-keys/change/touched-services.ts";
import { readWholeHistory } from "../../../src/automations/four-keys/history/read-whole.ts";
import { fourKeys } from "../../../src/automations/four-keys/index.ts";
import { fourKeysSection } from "../../../src/config/sections/four-keys/schema.ts";
import { countedHistory } from "../../../src/metrics/counting.ts";
import { countedDeployments, countedRecords } from "../../../src/records/counted.ts";
import { environmentsOf } from "../../../src/records/environments.ts";
import { memoryBook } from "../../../src/records/memory-book.ts";
import { SETTINGS } from "../../metrics/records.ts";
import { deployed, pull } from "../../records/recorded.ts";
import { worldOf } from "../world.ts";

const WEB = { name: "web", paths: ["web/**"], environment: ["web-prod"] };
const API = { name: "api", paths: ["api/**", "proto/*.proto"], environment: ["api-prod"] };
const sectionWith = (services: readonly object[], deployments: object = { environment: ["production"] }) =>
  fourKeysSection.parse({ deployments, services });

test.each([
  [["web/a.ts"], ["web"]],
  [
    ["proto/shop.proto", "web/a.ts"],
    ["web", "api"],
  ],
  [["proto/deep/shop.proto", "README.md"], []],
  [[], []],
])("a change of %j touches %j", (paths, names) => {
  expect(touchedServices(paths, sectionWith([WEB, API]).services)).toEqual(names);
});

test.each([
  ["its own environment's", [WEB, API], "web-prod", null, "web"],
  [
    "none's, where every service has the environment",
    [WEB, { ...API, environment: ["web-prod"] }],
    "web-prod",
    null,
    null,
  ],
  ["none's, to an environment of all", [WEB, API], "production", null, null],
  ["the one that it says", [WEB, API], "web-prod", "api", "api"],
])("a deployment is of %s", (_what, services, environment, service, expected) => {
  const recorded = { deployments: [deployed(1, 0, { environment, service })], changes: [] };
  expect(countedDeployments(recorded, sectionWith(services))).toMatchObject([{ service: expected }]);
});

test("a service that sre.yml has no longer is none", () => {
  const changes = [pull(1, 0, { services: ["web", "old"] }), pull(2, 0, { services: ["old"] })];
  const { changes: counted } = countedRecords(
    { commits: [], changes, deployments: [], incidents: [] },
    sectionWith([WEB]),
    [],
  );
  expect(counted.map(({ services }) => services)).toEqual([["web"], []]);
});

const minute = (count: number) => new Date(Date.parse("2026-11-19T00:00:00Z") + count * 60_000).toISOString();
const many = (folder: string, count: number) => Array.from({ length: count }, (_, at) => `${folder}/${at}.ts`);

/** Three merges: to the web, to the api behind 250 other files, and to both; each service deploys twice. */
function monorepo(sre: string) {
  const commit = (sha: string, parents: readonly string[], at: number, files: readonly string[]) => ({
    ...{ sha, parents, files, message: sha, author: "alice", authored_at: minute(at), committed_at: minute(at) },
  });
  const changes = [["web/a.ts"], [...many("docs", 250), "proto/z.proto"], ["api/a.ts", "web/b.ts"]];
  const merged = (index: number) => 10 * (index + 1);
  return worldOf({
    now: "2026-11-20T01:00:00Z",
    repos: [
      {
        name: "acme/shop",
        files: { ".github/sre.yml": sre },
        branches: { main: "m3" },
        commits: [
          commit("m0", [], 0, []),
          ...changes.flatMap((files, index) => [
            commit(`c${index + 1}`, [`m${index}`], merged(index) - 5, files),
            commit(`m${index + 1}`, [`m${index}`, `c${index + 1}`], merged(index), []),
          ]),
        ],
        pulls: changes.map((_, index) => ({
          ...{ number: index + 1, title: "Change", user: "alice", base: "main", head: `f${index + 1}` },
          ...{ head_sha: `c${index + 1}`, commits: [`c${index + 1}`], merge_commit_sha: `m${index + 1}` },
          ...{ state: "merged", created_at: minute(merged(index) - 4), updated_at: minute(merged(index)) },
          ...{ merged_at: minute(merged(index)), closed_at: minute(merged(index)) },
        })),
        deployments: [
          ["m0", "web-prod", 1],
          ["m0", "api-prod", 2],
          ["m2", "web-prod", 25],
          ["m3", "api-prod", 35],
          ["m3", "web-prod", 45],
        ].map(([sha, environment, at], index) => ({
          ...{ id: index + 1, sha, environment, created_at: minute(Number(at)) },
          statuses: [{ state: "success", at: minute(Number(at)) }],
        })),
      },
    ],
  });
}

const sre = (services: readonly object[]) =>
  JSON.stringify({ version: 1, "four-keys": { deployments: { environment: ["production"] }, services } });

async function historyOf(services: readonly object[], book = memoryBook()) {
  const world = monorepo(sre(services));
  const [github, section] = [world.connect(), sectionWith(services)];
  const repository = { id: world.repo.id, owner: "acme", name: "shop" };
  await readWholeHistory(github, { repository, section, now: world.now() }, book);
  expect(world.simulator.unexpected).toEqual([]);
  const settings = { ...SETTINGS, environments: environmentsOf(section) };
  const { shippings } = countedHistory(await book.all(), { section, lanes: [], settings });
  const rows = shippings.map(({ change, service, deployment }) => [
    change.pull,
    service,
    deployment?.record.id ?? null,
  ]);
  return { rows: rows.toSorted(), requests: github.requests.graphql };
}

test("a monorepo: a change has one row for each service that it touches, and ships with that one's deployment", async () => {
  const { rows } = await historyOf([WEB, API]);
  expect(rows).toEqual([
    [1, "web", 3],
    [2, "api", 4],
    [3, "api", 4],
    [3, "web", 5],
  ]);
  const without = await historyOf([{ ...WEB, paths: ["nowhere/**"] }]);
  expect(without.rows).toEqual([
    [1, null, 3],
    [2, null, 3],
    [3, null, 5],
  ]);
});

test("files are asked for where there are services alone", async () => {
  const [some, none] = [await historyOf([WEB]), await historyOf([])];
  // One request for all changes, and two for the 251 files of one: the web is not among them.
  expect(some.requests - none.requests).toBe(1 + 2);
});

test("what was merged is read again once other files belong to a service", async () => {
  const book = memoryBook();
  await historyOf([{ ...WEB, paths: ["nowhere/**"] }, API], book);
  expect((await historyOf([WEB, API], book)).rows).toEqual((await historyOf([WEB, API])).rows);
});

test("a webhook about a merge reads its services, too", async () => {
  const world = monorepo(sre([WEB, API]));
  const book = memoryBook();
  await world.reconcile(fourKeys, "change/3", { book });
  expect((await book.all()).changes.map(({ services }) => services)).toEqual([["web", "api"]]);
  expect(world.simulator.unexpected).toEqual([]);
});
