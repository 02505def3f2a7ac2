import { expect } from "vitest";
import { furtherStory } from "../harness/story.ts";

const SRE = `version: 1
timezone: Asia/Tokyo
calendar: {holidays: JP}
milestones:
  tasks:
    - {key: freeze, title: Code freeze, assignees: [alice], due: -3 business days}
    - {key: notes, title: Release notes, assignees: [bo], due: -2 business days, after: [freeze]}
    - {key: party, title: "Thank everybody <3", due: 1 business day}
`;

/** Tokyo's time on a day of November 2026. */
const tokyo = (day: number, hour: number): string =>
  new Date(Date.UTC(2026, 10, day, hour - 9)).toISOString().replace(".000Z", "Z");

const REMEDY = [
  "Done? Close this issue. Need more time? `/sre snooze 1 business day`. Not yours? `/sre assign @who`.",
  "",
  "<sub>[Detoil](…) · at most once per business day, until this is closed or gets a later date · [sre.yml](…)</sub>",
].join("\n");

furtherStory("owners of due tasks are reminded in business hours, once a day", { sre: SRE }, async (story) => {
  const { github, team, milestones, reads, settled } = story;
  await milestones.creates("v1.2", { due: "2026-11-27" });
  await settled();
  const [freeze, notes, party] = [milestones.task("freeze"), milestones.task("notes"), milestones.task("party")];
  const parent = milestones.parent();
  for (const number of [freeze, notes, party, parent]) reads.issue(number);

  await github.moveClock(tokyo(23, 9)); // a holiday
  await settled();
  await github.moveClock(tokyo(24, 8));
  await settled();
  expect(reads.comments(freeze)).toEqual([]);

  await github.moveClock(tokyo(24, 9));
  await settled();
  expect(reads.comments(freeze)).toEqual([
    `@alice, “Code freeze” is due today; [v1.2](…) is due in 3 days, on Fri 27 Nov.\n\n${REMEDY}`,
  ]);
  const [first] = team.issue(freeze).comments;
  await team.labels(freeze, "urgent", "alice"); // more reconciliations on the same day
  await milestones.renames(1, "v1.2.0");
  await settled();
  expect(team.issue(freeze).comments).toEqual([first]);
  for (const number of [freeze, notes, party, parent]) reads.issue(number);

  await github.moveClock(tokyo(25, 18)); // after hours, should the morning have been missed
  await settled();
  expect(team.issue(freeze).comments).toEqual([first]);
  expect(reads.issue(parent).text).toContain(
    `| #${freeze} Code freeze | alice | Tue 24 Nov | ❌ late since Wed 25 Nov |`,
  );

  await github.moveClock(tokyo(26, 9));
  await settled();
  expect(reads.comments(freeze)).toEqual([
    `@alice, “Code freeze” was due on Tue 24 Nov, 2 business days ago; [v1.2.0](…) is due tomorrow.\n\n${REMEDY}`,
  ]);
  expect(team.issue(freeze).comments[0]?.id).not.toBe(first?.id); // a new one: an edit would notify nobody
  expect(reads.comments(notes)).toEqual([
    `@bo, “Release notes” was due on Wed 25 Nov, 1 business day ago; [v1.2.0](…) is due tomorrow. It waits for #${freeze} (alice).\n\n${REMEDY}`,
  ]);
  expect(reads.issue(parent).text).toContain("0 of 3 tasks done, 2 late.");

  await team.closes(freeze, "alice");
  await team.comments(notes, "/sre snooze 1 business day", "bo");
  await settled();
  expect(reads.comments(notes).at(-1)).toBe("Now due on **Fri 27 Nov**.");
  reads.reactions(notes);
  expect(reads.issue(notes).text).toMatch(/^Due \*\*2026-11-27\*\*/);
  expect(reads.issue(parent).text).toContain("1 of 3 tasks done.");

  await github.moveClock(tokyo(27, 9));
  await settled();
  expect(reads.comments(notes).at(-1)).toMatch(
    /^@bo, “Release notes” is due today; \[v1\.2\.0\]\(…\) is due today\.\n\nDone/,
  );
  expect(reads.comments(notes)).toHaveLength(2);
  expect(team.issue(freeze).comments).toHaveLength(1); // history

  await github.moveClock(tokyo(30, 9));
  await settled();
  expect(reads.comments(notes).at(-1)).toMatch(
    /^@bo, “Release notes” was due on Fri 27 Nov, 1 business day ago; \[v1\.2\.0\]\(…\) was due on/,
  );
  expect(reads.comments(notes)).toHaveLength(2);
  expect(reads.issue(parent).text).toContain("1 of 3 tasks done, 1 late.");
  expect(reads.comments(party)).toEqual([]); // nobody's: there is nobody to ask

  await milestones.closes(1);
  await settled();
  expect(reads.comments(parent)).toEqual([
    [
      "**[v1.2.0](…) was closed with 2 of 3 tasks open.**",
      "",
      `- #${notes} · bo · due Fri 27 Nov`,
      `- #${party} · nobody · due Mon 30 Nov`,
      "",
      "Detoil sends no more reminders. Close what nobody needs, and move the rest to another milestone.",
      "",
      "<sub>[Detoil](…) · said once per closing, as `on-close` asks · [sre.yml](…)</sub>",
    ].join("\n"),
  ]);
  expect(reads.issue(parent).text).toMatch(
    /^\*\*\[v1\.2\.0\]\(…\) was closed on Mon 30 Nov\.\*\* 1 of 3 tasks done, 1 late\.\n/,
  );
  await github.moveClock(tokyo(31, 9)); // 1 December
  await settled();
  expect(reads.comments(notes)).toHaveLength(2);
  reads.issue(parent); // one more is late by now
});
