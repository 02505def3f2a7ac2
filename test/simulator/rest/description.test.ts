import appPermissions from "@octokit/app-permissions/generated/api.github.com.json" with { type: "json" };
import { expect, test } from "vitest";
import slice from "../../../simulator/rest/openapi-slice.json" with { type: "json" };
import { PERMISSIONS } from "../../../simulator/rest/permissions.ts";
import { openShop, SHOP } from "../graphql/shop.ts";

/** The simulated GitHub's answers to unknown requests; what GitHub allows and refuses are facts. */

const post = (body: unknown): RequestInit => ({ method: "POST", body: JSON.stringify(body) });

function asked(changes: object = {}) {
  const { simulator } = openShop(changes);
  const headers = { authorization: `token ${simulator.installationToken()}` };
  const ask = (path: string, init: RequestInit = {}) =>
    simulator.fetch(`${simulator.apiUrl}/repos/acme/shop${path}`, { ...init, headers });
  return { simulator, ask };
}

test.each([
  ["an unknown route", "/subscription", undefined, 404, "unknown operation GET /repos/acme/shop/subscription"],
  ["an unknown key in a body", "/issues", post({ title: "x", colour: "red" }), 422, "(colour)"],
  ["a wrong type in a body", "/issues/7/assignees", post({ assignees: "alice" }), 422, "must be array"],
  ["an unknown parameter", "/pulls?limit=3", undefined, 200, "?limit is unknown"],
  ["a parameter of the wrong type", "/pulls?per_page=many", undefined, 200, "?per_page must be integer"],
])("%s is reported loudly", async (_, path, init, status, message) => {
  const { simulator, ask } = asked();
  expect([(await ask(path, init)).status, simulator.unexpected]).toEqual([status, [expect.stringContaining(message)]]);
});

test("relations over repositories are a gap that is reported", async () => {
  const docs = { name: "acme/docs", issues: [{ number: 1, id: 77 }] };
  const { simulator, ask } = asked({ repos: [...SHOP.repos, docs] });
  await ask("/issues/7/dependencies/blocked_by", post({ issue_id: 77 }));
  expect(simulator.unexpected).toEqual([expect.stringContaining("another repository")]);
});

/** Where the machine-readable table names something that GitHub's documentation does not, or another one of several. */
const OTHERWISE = new Set(["contents", "pull_requests", "issues", "metadata", "single_file", "statuses"]);

test("the permission table agrees with @octokit/app-permissions on reading and writing", () => {
  const { paths } = appPermissions as unknown as {
    paths: Record<string, Record<string, { permission: string; access: string }>>;
  };
  const bare = (path: string) => path.replace(/\{\w+\}(\.\.\.\{\w+\})?/g, "{}");
  const known = new Map(Object.entries(paths).map(([path, methods]) => [bare(path), methods]));
  const wrong: string[] = [];
  for (const [key, needs] of Object.entries(PERMISSIONS)) {
    const [method = "", path = ""] = key.split(" ");
    const theirs = known.get(bare(path))?.[method];
    if (theirs === undefined || needs.length === 0 || needs.some((need) => need === "app")) continue;
    const agrees = needs.some((need) => need.endsWith(`:${theirs.access}`));
    const same = needs.some((need) => need === `${theirs.permission}:${theirs.access}`);
    if (!agrees || !(same || OTHERWISE.has(theirs.permission)))
      wrong.push(`${key}: ${needs.join("|")} but ${theirs.permission}:${theirs.access}`);
  }
  expect(wrong).toEqual([]);
});

test("the slice of GitHub's description holds every operation of the table (scripts/openapi-slice.ts)", () => {
  expect(Object.keys(slice.operations).sort()).toEqual(Object.keys(PERMISSIONS).sort());
});
