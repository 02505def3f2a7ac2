import { expect, test } from "vitest";
import { createSimulator, parseWorld } from "../../simulator/index.ts";
import { connectToken } from "../../src/github/token.ts";
import { readHistory } from "../../src/suggestion/read-history.ts";
import { suggest } from "../../src/suggestion/suggest.ts";

const NOW = Date.parse("2026-11-20T00:00:00Z");
const ago = (days: number) => new Date(NOW - days * 86_400_000).toISOString().replace(".000Z", "Z");

async function historyOf(repo: object, now = new Date(NOW)) {
  const commits = [{ sha: "c1" }, { sha: "m1", parents: ["c1"] }];
  const shop = {
    name: "acme/shop",
    default_branch: "develop",
    commits,
    branches: { main: "m1", develop: "c1" },
    ...repo,
  };
  const users = [{ login: "alice" }];
  const simulator = createSimulator(parseWorld({ now: new Date(NOW).toISOString(), users, repos: [shop] }));
  const token = simulator.installationToken("acme/shop");
  const github = connectToken({ baseUrl: simulator.apiUrl, token, slug: "detoil", fetch: simulator.fetch });
  const repository = { owner: "acme", name: "shop" };
  return { history: await readHistory(github, { repository, now, granted: null }), requests: github.requests };
}

const releases = (count: number, days: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ number: at + 1, user: "alice", base: "main", head: "develop", head_sha: "c1", state: "merged" },
    ...{
      merge_commit_sha: "m1",
      commits: ["c1"],
      merged_at: ago((at * days) / count),
      updated_at: ago((at * days) / count),
    },
  }));

test("the branches that matter are found among thousands, and deleted ones are not", async () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`a/${at}`, "c1"]));
  const merged = releases(2, 10).map((one, at) => (at === 0 ? one : { ...one, base: "release/2026" }));
  const { history } = await historyOf({ branches: { ...many, main: "m1", develop: "c1" }, pulls: merged });
  expect([...history.branches].sort()).toEqual(["develop", "main"]);
});

test("where there are more deployments than are read, the frequency is theirs", async () => {
  const deployments = Array.from({ length: 300 }, (_, at) => ({
    ...{ id: at + 1, sha: "m1", environment: "production", created_at: ago(at * 0.25) },
    statuses: [{ state: "success", at: ago(at * 0.25) }],
  }));
  const { history } = await historyOf({ deployments });
  expect(suggest(history, "en").replay.perWeek).toBeCloseTo(28, 0);
});

test("at most ten requests, after which it is said that there are more", async () => {
  const { history, requests } = await historyOf({ pulls: releases(1_100, 60) });
  expect([history.cut, history.merged.length, requests.graphql]).toEqual([true, 1_000, 10]);
  expect(requests.points).toBeLessThanOrEqual(20);
  expect(suggest(history, "en").replay.perWeek).toBeCloseTo((1_100 / 60) * 7, 0);
});

test("a past time sees nothing of what came after it", async () => {
  const milestones = [{ number: 1, title: "v1", created_at: ago(10) }];
  const { history } = await historyOf({ pulls: releases(10, 40), milestones }, new Date(NOW - 20 * 86_400_000));
  expect(history.merged).toHaveLength(5);
  expect(suggest(history, "en").replay).toMatchObject({ releases: 5, tasks: null });
});
