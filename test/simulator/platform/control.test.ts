import { expect, test } from "vitest";
import { createSimulator, listen, parseWorld, worldOf } from "../../../simulator/index.ts";
import { openShop, SHOP, shopQuery } from "../graphql/shop.ts";
import { control, octokitWith } from "./octokit.ts";

const shop = { owner: "acme", repo: "shop" };

const BAD: readonly (readonly [what: string, request: unknown, message: RegExp])[] = [
  ["no JSON object", 5, /Say who does what where/],
  [
    "an unknown action",
    { action: "dance", repo: "acme/shop" },
    /"dance" is not an action\. Possible actions: .*merge-pull.*push/,
  ],
  [
    "an unknown field",
    { action: "push", repo: "acme/shop", branch: "x", commit: [] },
    /push: .*commit.*Its fields are: branch, commits/,
  ],
  ["a missing field", { action: "merge-pull", repo: "acme/shop" }, /merge-pull: number/],
  ["an unknown repository", { action: "comment", repo: "acme/none", number: 7, body: "x" }, /no repository acme\/none/],
  ["no repository", { action: "comment", number: 7, body: "x" }, /needs "repo"/],
  ["an unknown commit", { action: "push", repo: "acme/shop", branch: "x", sha: "c99" }, /no commit or branch "c99"/],
  ["a merge that cannot be", { action: "merge-pull", repo: "acme/shop", number: 3 }, /not mergeable/],
  ["a push that is no fast-forward", { action: "push", repo: "acme/shop", branch: "main", sha: "c2" }, /fast forward/],
];

for (const [what, request, message] of BAD) {
  test(`POST /_sim/do refuses ${what} in one sentence and changes nothing`, async () => {
    const { simulator } = openShop();
    const before = worldOf(simulator.state);
    const { status, json } = await control(simulator, "POST", "do", request);
    expect(status).toBe(400);
    expect((json as { message: string }).message).toMatch(message);
    expect(worldOf(simulator.state)).toEqual(before);
  });
}

test("a forced push of commits writes the branch anew on another one", () => {
  const { simulator } = openShop();
  const repo = simulator.state.repos.get("acme/shop");
  const push = (fields: object) =>
    simulator.do({ as: "bo", action: "push", repo: "acme/shop", branch: "feat/new", ...fields });
  const commits = [{ message: "New", files: { "new.ts": "1" } }];
  push({ from: "main", commits });
  push({ from: "develop", commits, force: true });
  const tip = repo?.commits.get(repo.branches.get("feat/new") ?? "");
  expect(tip?.parents).toEqual([repo?.branches.get("develop")]);
});

test("an edit that is refused halfway leaves no trace, in the control API and in REST", async () => {
  const { simulator } = openShop();
  const before = worldOf(simulator.state);
  const edit = { title: "New title", base: "nowhere" };
  const { status } = await control(simulator, "POST", "do", {
    action: "edit-pull",
    repo: "acme/shop",
    number: 5,
    ...edit,
  });
  expect(status).toBe(400);
  const octokit = octokitWith(simulator, "sim_bo");
  await expect(octokit.rest.pulls.update({ ...shop, pull_number: 5, ...edit })).rejects.toMatchObject({ status: 422 });
  expect(worldOf(simulator.state)).toEqual(before);
});

test("the world can be read and replaced; a broken one is refused and the old one stays", async () => {
  const { simulator } = openShop();
  const world = await control(simulator, "GET", "world");
  expect(worldOf(parseWorld(world.json, "again"))).toEqual(world.json);
  const broken = await control(simulator, "PUT", "world", {
    repos: [{ name: "acme/other", branches: { main: "c9" } }],
  });
  expect(broken.status).toBe(400);
  expect(simulator.state.repos.has("acme/shop")).toBe(true);
  expect((await control(simulator, "PUT", "world", { repos: [{ name: "acme/other" }] })).status).toBe(200);
  expect([...simulator.state.repos.keys()]).toEqual(["acme/other"]);
});

test("the log names operations, and is cleared", async () => {
  const { simulator, ask } = openShop();
  await ask(shopQuery("id"));
  await octokitWith(simulator, "sim_alice").rest.pulls.get({ ...shop, pull_number: 3 });
  const [graphql, rest] = (await control(simulator, "GET", "requests")).json as object[];
  expect(graphql).toMatchObject({ method: "POST", path: "/graphql", operation: "Shop", status: 200, points: 1 });
  expect(rest).toEqual({
    method: "GET",
    path: "/repos/acme/shop/pulls/3",
    operation: "/repos/{owner}/{repo}/pulls/{pull_number}",
    status: 200,
    points: 0,
    write: false,
    installation: null,
    at: "2026-11-20T01:00:00Z",
  });
  expect((await control(simulator, "DELETE", "requests")).status).toBe(204);
  expect(simulator.requests).toEqual([]);
  const octokit = octokitWith(simulator, simulator.installationToken());
  await octokit.rest.issues.createComment({ ...shop, issue_number: 7, body: "hi" });
  await octokit.rest.apps.listReposAccessibleToInstallation();
  await expect(octokitWith(simulator, "ghs_none").rest.repos.get(shop)).rejects.toMatchObject({ status: 401 });
  const installation = [...simulator.state.installations.keys()][0];
  expect(simulator.requests.map((one) => [one.path, one.write, one.installation])).toEqual([
    ["/repos/acme/shop/issues/7/comments", true, installation],
    ["/installation/repositories", false, installation],
    ["/repos/acme/shop", false, null],
  ]);
});

test("a fault before the work prevents it, one after it only loses the answer", async () => {
  const { simulator } = openShop();
  const octokit = octokitWith(simulator, "sim_alice");
  const comment = () => octokit.rest.issues.createComment({ ...shop, issue_number: 7, body: "x" });
  const comments = () => simulator.state.repos.get("acme/shop")?.issues.get(7)?.comments.length;
  const match = { method: "POST", path: "/repos/*/*/issues/*/comments" };
  await control(simulator, "POST", "faults", [
    { match, status: 502 },
    { match, status: 403, headers: { "retry-after": "60" }, when: "after" },
    { match, drop: true, when: "after" },
  ]);
  await expect(comment()).rejects.toMatchObject({ status: 502 });
  expect(comments()).toBe(0);
  await expect(comment()).rejects.toMatchObject({ status: 403, response: { headers: { "retry-after": "60" } } });
  expect(comments()).toBe(1);
  await expect(comment()).rejects.toMatchObject({ status: 500 }); // how Octokit shows a broken connection
  expect(comments()).toBe(2);
  expect((await comment()).status).toBe(201);
  expect(simulator.requests.map(({ status, write }) => [status, write])).toEqual(
    [502, 403, 0, 201].map((s) => [s, true]),
  );
});

test("faults match GraphQL by the operation's name, as often as given", async () => {
  const { simulator, ask } = openShop();
  await control(simulator, "POST", "faults", [
    { match: { operation: "Sho*" }, times: 2, status: 500, body: { message: "no" } },
  ]);
  for (const expected of [{ message: "no" }, { message: "no" }, { data: { repository: { name: "shop" } } }]) {
    expect(await ask(shopQuery("name"))).toEqual(expected);
  }
});

test("time stands still until it is moved", async () => {
  const { simulator } = openShop();
  expect((await control(simulator, "GET", "clock")).json).toEqual({ now: SHOP.now, mode: "still" });
  await control(simulator, "POST", "clock", { now: "2026-12-24T18:00:00+09:00" });
  expect(simulator.state.now).toBe("2026-12-24T09:00:00Z");
  expect((await control(simulator, "POST", "clock", { now: "soon" })).status).toBe(400);
  expect((await control(simulator, "GET", "nothing")).status).toBe(404);
});

test("behind HTTP, on the loopback interface, it is the same; a dropped connection is one", async () => {
  const simulator = createSimulator(parseWorld(SHOP, "shop"));
  const { url, close } = await listen(simulator);
  try {
    expect(new URL(url).hostname).toBe("127.0.0.1");
    const get = () => fetch(`${url}/api/v3/repos/acme/shop`, { headers: { authorization: "token sim_alice" } });
    expect(await (await get()).json()).toMatchObject({ url: `${url}/api/v3/repos/acme/shop` });
    await control(simulator, "POST", "faults", [{ drop: true }]);
    await expect(get()).rejects.toThrow();
    await expect(
      listen(createSimulator(parseWorld({}, "empty")), { port: Number(new URL(url).port) }),
    ).rejects.toMatchObject({ code: "EADDRINUSE" });
  } finally {
    await close();
  }
});
