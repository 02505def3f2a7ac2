import { expect, test } from "vitest";
import { commandsFor } from "../../../../src/automations/commands/index.ts";
import { helpWanted } from "../../../../src/automations/help-wanted/index.ts";
import { helpWorld } from "../world.ts";

const COMMANDS = commandsFor([helpWanted]);
const ROSTER = [
  { who: "alice", from: "2026-11-23", to: "2026-11-29" },
  { who: "bob", from: "2026-11-30", to: "2026-12-06" },
  { who: "bob", from: "2026-11-16", to: "2026-11-20" },
];

/** A world with its report, in which one request was made. */
async function reported(section: object = {}) {
  const desk = helpWorld({ section: { "escalate-to": [], project: null, ...section } });
  await desk.settle(desk.asks());
  await desk.world.converge(helpWanted, "report");
  const issue = [...desk.world.repo.issues.values()].find(({ title }) => title === "Help wanted");
  if (issue === undefined) throw new Error("there is no report");
  const says = async (who: string, body: string) => {
    desk.says(issue.number, who, body);
    await desk.world.converge(COMMANDS, `conversation/${issue.number}`);
    await desk.world.converge(helpWanted, "report");
    return (
      issue.comments
        .at(-1)
        ?.body.split("\n")
        .find((line) => !line.startsWith("<")) ?? ""
    );
  };
  return { ...desk, issue, says };
}

test("an absence that is said on the report counts for the next request, and is shown", async () => {
  const desk = await reported();
  expect(await desk.says("bob", "/sre away until 2026-11-25")).toContain("until **Wed 25 Nov** is over.");
  expect(desk.issue.body).toContain("- Away: `bob` until Wed 25 Nov\n");
  const next = desk.asks();
  await desk.settle(next);
  expect(desk.item(next).assignees).toEqual(["carol"]);
  // Said again, it replaces the day.
  await desk.says("bob", "/sre away until 2026-11-20");
  expect(desk.issue.body).toContain("- Away: `bob` until Fri 20 Nov\n");
  expect(await desk.says("bob", "/sre away until 2026-11-19")).toContain("Thu 19 Nov is over");
  expect(await desk.says("alice", "/sre take")).toContain("That works in a request for help.");
  expect(await desk.says("alice", "/sre swap @bob")).toContain("only `strategy: on-call` has duties");
});

test("a swapped duty counts, and is shown", async () => {
  const desk = await reported({ strategy: "on-call", "on-call": ROSTER });
  expect(await desk.says("bob", "/sre swap @Carol")).toContain(
    "carol is on call instead of you from Fri 20 Nov to Fri 20 Nov",
  );
  const next = desk.asks();
  await desk.settle(next);
  expect(desk.item(next).assignees).toEqual(["carol"]);
  expect(await desk.says("carol", "/sre swap @bob")).toContain("you have no duty from today on");
  expect(await desk.says("alice", "/sre swap @nobody")).toContain("`nobody` cannot be assigned here");
});
