import { expect } from "vitest";
import { furtherStory, story } from "../harness/story.ts";

furtherStory("GitHub answers 502 before and after it wrote: nothing is lost or done twice", {}, async (story) => {
  const { github, team, reads, settled } = story;
  await team.opens("Sell apples");
  await github.fails(
    { match: { method: "POST", path: "/repos/acme/shop/pulls" }, status: 502, when: "after" },
    { match: { method: "POST", path: "/repos/acme/shop/check-runs" }, status: 502, when: "before" },
  );
  await team.merges(1);
  await settled();
  expect([...team.repo.pulls.keys()]).toEqual([1, 2]);
  expect(reads.pull(2).text).toContain("- [ ] #1 @alice");
  expect(reads.checks()).toEqual([["Detoil / release", "#2", "success", "1 pull request, not on hold"]]);
});

/** The primary limit ends at 03:00 by GitHub's clock; the secondary one in an hour. */
const limits = {
  primary: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Date.parse("2026-11-20T03:00:00Z") / 1000) },
  secondary: { "retry-after": "3600" },
};

for (const [kind, headers] of Object.entries(limits)) {
  furtherStory(`a ${kind} rate limit delays the reconciliation, and nothing is lost`, {}, async (story) => {
    const { github, team, reads, settled, until, rests } = story;
    await team.opens("Sell apples");
    await github.fails({ match: { path: "/graphql" }, status: 403, headers });
    await team.merges(1);
    await until("the limit to be met", async () => (await github.faultsLeft()).length === 0);
    await github.simulator.idle();
    await rests(); // a request that was under way already may still arrive
    const asked = github.simulator.requests.length;
    await team.labels(1, "fruit"); // another event does not make Detoil send requests too early
    await github.simulator.idle();
    expect(github.simulator.requests.slice(asked).filter((one) => one.path === "/graphql")).toEqual([]);
    expect(team.repo.pulls.size).toBe(1);

    await github.moveClock("2026-11-20T03:00:00Z");
    await until("the release pull request", () => team.repo.pulls.size === 2);
    await settled();
    expect(reads.pull(2).text).toContain("- [ ] #1 @alice");
    reads.checks();
  });
}

story("lost webhooks are recovered", {}, async ({ github, stops, starts, team, reads, settled, until }) => {
  await stops();
  await team.opens("Sell apples");
  await team.merges(1); // nobody listens
  github.simulator.webhooks.deliver = "drop";
  await team.opens("Sell pears");
  await github.simulator.idle();
  github.simulator.webhooks.deliver = "live";
  await starts();
  await until("the release pull request", () => team.repo.pulls.size === 3);
  await settled();
  expect(reads.pull(3).text).toContain("- [ ] #1 @alice");
  reads.checks();
  const attempts = github.simulator.requests.filter((one) => one.path.endsWith("/attempts"));
  expect(attempts.length).toBeGreaterThan(0);
});
