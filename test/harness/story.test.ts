import { expect, test } from "vitest";
import { onServer } from "../database/server.ts";
import { openStory, type Story } from "./story.ts";

/** Plays a story that must not end well; returns the reason. */
async function failing(play: (story: Story) => Promise<void>): Promise<string> {
  const story = await openStory(onServer);
  try {
    await play(story);
    await story.ends();
    return "it ended well";
  } catch (error) {
    return String(error) + JSON.stringify((error as { actual?: unknown }).actual);
  } finally {
    await story.close();
  }
}

test("a story that does not read the release pull request fails", async () => {
  const why = await failing(async ({ team }) => team.merges(await team.opens("Sell apples")));
  expect(why).toContain("nobody read: acme/shop#2 (POST /repos/acme/shop/pulls)");
  expect(why).toContain('nobody read: check \\"Detoil / release\\" on ');
});

test("a story that does not read a comment fails", async () => {
  const why = await failing(async ({ team, reads, settled }) => {
    await team.merges(await team.opens("Sell apples"));
    await settled();
    await team.merges(2, "squash");
    await settled();
    reads.pull(2);
    reads.checks();
  });
  expect(why).toContain("nobody read: comments on acme/shop#2 (POST /repos/acme/shop/issues/2/comments)");
  expect(why).not.toContain("check");
});

test("reading once does not cover what comes later", async () => {
  const why = await failing(async ({ team, reads, settled }) => {
    await team.opens("Sell apples");
    await team.opens("Sell pears");
    await team.merges(1);
    await settled();
    reads.pull(3);
    reads.checks();
    await team.merges(2);
    await settled();
    reads.checks();
  });
  expect(why).toContain("nobody read: acme/shop#3 (PATCH /repos/acme/shop/pulls/3)");
});

test("a story fails on a request that GitHub does not know", async () => {
  const why = await failing(async ({ github }) => {
    const token = github.simulator.installationToken();
    const headers = { authorization: `Bearer ${token}` };
    await github.simulator.fetch(`${github.apiUrl}/repos/acme/shop/nonsense`, { headers });
  });
  expect(why).toContain("unexpected: ");
  expect(why).toContain("/nonsense");
});

test("a story fails on an error in the server's log", async () => {
  const why = await failing(async ({ github, stops, starts }) => {
    await stops();
    await github.fails({ match: { path: "/app/hook/deliveries" }, status: 500 });
    await starts();
  });
  expect(why).toContain("the server says: ");
});

test("a story fails on a fault that nothing met", async () => {
  const why = await failing(({ github }) => github.fails({ match: { path: "/nowhere" }, status: 500 }));
  expect(why).toContain("a fault that nothing met");
});
