import { expect, test } from "vitest";
import { commandsFor } from "../../../../src/automations/commands/index.ts";
import { conversations } from "../../../../src/automations/conversation-target.ts";
import { releasePr } from "../../../../src/automations/release-pr/index.ts";
import { worldOf } from "../../world.ts";

const commands = commandsFor([releasePr]);
const LANE = "{from: develop, to: main, freeze: [2026-11-20/2026-11-22, 2026-12-29]}";

/** acme/shop with a release pull request that a freeze holds, and one of earlier. */
async function frozen(release = `{lanes: [${LANE}]}`) {
  const [merged, first] = ["2026-11-19T03:00:00Z", "2026-11-18T03:00:00Z"];
  const squash = { user: "alice", base: "develop", state: "merged", merge_method: "squash" };
  const world = worldOf({
    now: "2026-11-19T04:00:00Z",
    users: [{ login: "alice" }, { login: "mallory" }],
    repos: [
      {
        ...{ name: "acme/shop", private: false, default_branch: "develop", permission: { alice: "write" } },
        files: { ".github/sre.yml": `version: 1\ntimezone: Asia/Tokyo\nrelease: ${release}\n` },
        commits: [
          { sha: "start", message: "Start", author: "alice", committed_at: first },
          { sha: "one", parents: ["start"], message: "One (#1)", author: "alice", committed_at: merged },
        ],
        branches: { main: "start", develop: "one" },
        pulls: [{ ...squash, number: 1, title: "One", head: "one", merge_commit_sha: "one", merged_at: merged }],
      },
    ],
  });
  await world.converge(releasePr, "lanes");
  world.setNow("2026-11-20T01:05:00Z");
  await world.converge(releasePr, "lanes");
  const pull = (number: number) => {
    const found = world.repo.pulls.get(number);
    if (found === undefined) throw new Error(`no #${number}`);
    return found;
  };
  const number = [...world.repo.pulls.values()].find(({ state }) => state === "open")?.number ?? 0;
  return {
    ...world,
    number,
    pull,
    /** The check on the branch's tip. */
    check: () => [...world.repo.check_runs.values()].at(-1),
    /** A person comments, and Detoil answers: its reply. */
    async say(as: string, body: string, on = number) {
      world.act(as, "comment", { number: on, body });
      const target = conversations.format({ kind: "conversation", value: on });
      const { wakes } = await world.converge(commands, target);
      for (const wake of wakes) await world.converge(releasePr, wake.target);
      return pull(on)
        .comments.filter(({ user }) => user === "detoil[bot]")
        .at(-1)
        ?.body.split("\n\n<sub>")[0];
    },
  };
}

const END = "Mon 23 Nov 00:00 JST";
const HELD = `**Frozen until ${END}**`;
const record = (why: string) =>
  `**Freeze until ${END} lifted for this release** by alice on Fri 20 Nov 10:05 JST: ${why}`;

test("a writer lifts the freeze for one release: the reason is harmless, shown, and stays", async () => {
  const world = await frozen();
  const { number } = world;
  expect([world.check()?.conclusion, world.pull(number).body]).toEqual(["failure", expect.stringContaining(HELD)]);
  expect(await world.say("mallory", "/sre unfreeze I say so")).toBe(undefined);
  expect(world.check()?.conclusion).toBe("failure");

  const hostile = "Payments fail @bo <!-- detoil:release --> [x](https://evil.example) - [ ] #9";
  const escaped = record(
    "Payments fail @\u200Bbo &lt;!-- detoil:release --&gt; \\[x\\](https:\u200B//evil.example) - \\[ \\] #\u200B9",
  );
  expect(await world.say("alice", `/sre unfreeze ${hostile}`)).toBe(
    `${escaped}\n\nThe check \`Detoil / release\` follows in a few seconds. The next release is frozen again.`,
  );
  const { body } = world.pull(number);
  expect(body.split("\n")).toContain(escaped);
  expect(body).not.toContain(HELD);
  expect(world.check()).toMatchObject({
    conclusion: "success",
    output: {
      title: "1 pull request, not on hold",
      summary: `Merging this brings 1 pull request to \`main\`.\n\n${escaped}`,
    },
  });
  expect(await world.say("alice", "/sre unfreeze Once more")).toBe(`It is lifted already. ${escaped}`);

  world.act("alice", "edit-pull", {
    number,
    body: `Mine\n\n${body.replace("- [ ] #1", "- [x] #1").replace(escaped, "")}`,
  });
  await world.converge(releasePr, "lanes");
  expect(world.pull(number).body.split("\n"), "people's edits do not take it away").toContain(escaped);
  expect(world.check()?.conclusion).toBe("success");

  // Another freeze is another question.
  world.setNow("2026-12-29T01:00:00Z");
  await world.converge(releasePr, "lanes");
  expect(world.check()).toMatchObject({
    conclusion: "failure",
    output: { title: "Frozen until Wed 30 Dec 00:00 JST" },
  });
  expect(world.pull(number).body.split("\n")).toContain(escaped);
});

test("the record outlives the release, and the next release does not inherit it", async () => {
  const world = await frozen();
  await world.say("alice", "/sre unfreeze Payments fail");
  world.act("alice", "merge-pull", { number: world.number, method: "merge" });
  await world.converge(releasePr, "lanes");
  expect(world.pull(world.number).body).toMatch(
    /\*\*Released\*\* on Fri 20 Nov 10:05 JST\n\n\*\*Freeze until .* lifted/,
  );
  world.act("alice", "push", { branch: "two", from: "develop", commits: [{ message: "Two" }] });
  const two = Number(world.act("alice", "open-pull", { title: "Two", base: "develop", head: "two" }).number);
  world.act("alice", "merge-pull", { number: two, method: "squash" });
  await world.converge(releasePr, "lanes");
  expect(
    [...world.repo.pulls.values()].filter(({ state }) => state === "open"),
    "a freeze opens none",
  ).toEqual([]);
  expect(await world.say("alice", "/sre unfreeze Payments fail again")).toBe(
    "This release is closed. If a freeze keeps Detoil from opening the next one, [open it yourself](https://github.com/acme/shop/compare/main...develop?expand=1) from `develop` to `main`, and say `/sre unfreeze` there once Detoil has put its list into it.",
  );
  expect(await world.say("alice", "/sre unfreeze Payments fail again", two)).toBe(
    "`/sre unfreeze` is for a release pull request; this is not one. While a freeze keeps Detoil from opening one, open it yourself, and say it there once Detoil has put its list into it.",
  );
  // A copy of the former text lifts nothing.
  const words = { title: "By hand", base: "main", head: "develop", body: world.pull(world.number).body };
  const hand = Number(world.act("alice", "open-pull", words).number);
  await world.converge(releasePr, "lanes");
  expect([world.check()?.conclusion, world.check()?.output.title]).toEqual(["failure", `Frozen until ${END}`]);
  expect(world.pull(hand).body).not.toContain("lifted for this release");
  await world.say("alice", "/sre unfreeze Payments fail again", hand);
  expect(world.check()?.conclusion).toBe("success");
  expect(world.pull(hand).body.split("\n")).toContain(record("Payments fail again"));
});

test.each([
  [
    "no reason",
    "/sre unfreeze",
    `Why? The freeze lasts until ${END}. Say what cannot wait, and it is written into the description: \`/sre unfreeze The fix for payments cannot wait\`.`,
  ],
  ["invisible reasons", "/sre unfreeze \u200B\u2060", expect.stringMatching(/^Why\?/)],
  [
    "a reason that is too long",
    `/sre unfreeze ${"very ".repeat(99)}`,
    expect.stringMatching(/: (?:very ){39,40}\w*…\n/),
  ],
  [
    "twice in one comment",
    "/sre unfreeze First\n/sre unfreeze Second",
    expect.stringMatching(
      /^`\/sre unfreeze First`:\n\n.* First\n[\s\S]*`\/sre unfreeze Second`: It is lifted already\. .* First$/,
    ),
  ],
])("a command with %s", async (_name, body, reply) => {
  const world = await frozen();
  expect(await world.say("alice", body)).toEqual(reply);
});

test("there is no freeze; it is shown at once, whatever the schedule", async () => {
  const scheduled = await frozen(`{lanes: [${LANE.replace("}", ', schedule: "0 13 * * *"}')}]}`);
  expect(scheduled.check()?.conclusion).toBe("failure");
  await scheduled.say("alice", "/sre unfreeze Payments fail");
  expect(scheduled.check()?.conclusion).toBe("success");
  expect(scheduled.pull(scheduled.number).body.split("\n")).toContain(record("Payments fail"));
  scheduled.setNow("2026-11-23T01:00:00Z");
  expect(await scheduled.say("alice", "/sre unfreeze Payments fail")).toBe(
    "No freeze is on for `develop` → `main`, so there is nothing to lift.",
  );
});
