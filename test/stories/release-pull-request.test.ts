import { expect } from "vitest";
import { furtherStory, story } from "../harness/story.ts";

const BELOW = [
  "Merge it with **Create a merge commit**: after a squash Git cannot tell what was released.",
  "<sub>[Detoil](…) · ticks, notes and what you write outside this list stay · [sre.yml](…)</sub>",
].join("\n");

story("the first merge into develop opens the release pull request", {}, async ({ team, reads, settled }) => {
  await team.opens("Sell apples");
  await settled();
  expect(reads.checks()).toEqual([]);

  await team.merges(1);
  await settled();
  expect(reads.pull(2)).toEqual({
    title: "Release 2026-11-20",
    text: `**1 pull request** is waiting for \`main\` · [diff](…)\n\n- [ ] #1 @alice\n\n${BELOW}`,
    state: "open",
    user: "detoil[bot]",
    draft: false,
    labels: [],
    assignees: [],
    reviewers: [],
  });
  expect(reads.checks()).toEqual([["Detoil / release", "#2", "success", "1 pull request, not on hold"]]);

  await team.opens("Sell pears", { as: "carol" });
  await team.merges(3, "squash");
  await settled();
  expect(reads.pull(2).text).toContain("- [ ] #1 @alice\n- [ ] #3 @carol\n");
  expect(reads.checks()).toEqual([["Detoil / release", "#2", "success", "2 pull requests, none on hold"]]);
});

furtherStory("what people do in the list survives the next merge", {}, async ({ team, reads, settled }) => {
  for (const what of ["Sell apples", "Sell pears", "Sell plums"]) await team.opens(what);
  await team.merges(1);
  await team.merges(2);
  await settled();
  reads.pull(4);
  reads.checks();

  await team.ticks(4, 1);
  await team.writes(4, (body) => body.replace("#2 @alice", "#2 @alice — after lunch"));
  await team.writes(4, (body) => body.replace(/(- \[ \] #2 .*)/, "$1\n- [ ] Tell the press"), "bo");
  await team.writes(4, (body) => `Read me first.\n\n${body}`.replaceAll("\n", "\r\n"), "bo");
  await team.retitles(4, "The orchard release");
  await settled();

  await team.merges(3);
  await settled();
  const { title, text } = reads.pull(4);
  expect(title).toBe("The orchard release");
  expect(text).toMatch(/^Read me first\./);
  expect(text).toContain(
    ["- [x] #1 @alice", "- [ ] #2 @alice — after lunch", "- [ ] #3 @alice", "- [ ] Tell the press"].join("\n"),
  );
  expect(reads.checks()).toEqual([["Detoil / release", "#4", "success", "3 pull requests, none on hold"]]);
});

furtherStory("a tick set while Detoil plans is not lost", {}, async ({ github, team, reads, settled, until }) => {
  await team.opens("Sell apples");
  await team.opens("Sell pears");
  await team.merges(1);
  await settled();
  reads.pull(3);
  reads.checks();

  // Everything is read; then, before Detoil reads the body again and writes, somebody ticks.
  let ticked = false;
  github.gate = async (request, go) => {
    const isReread = request.method === "GET" && new URL(request.url).pathname.endsWith("/pulls/3");
    if (isReread && !ticked) {
      ticked = true;
      await team.ticks(3, 1);
    }
    return go(request);
  };
  await team.merges(2);
  await until("the tick", () => ticked);
  await settled();
  expect(reads.pull(3).text).toContain("- [x] #1 @alice\n- [ ] #2 @alice");
  expect(reads.checks()).toHaveLength(1);
});
