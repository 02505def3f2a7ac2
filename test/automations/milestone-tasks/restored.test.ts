import { expect, test } from "vitest";
import { TASK, taskData } from "../../../src/automations/milestone-tasks/metadata.ts";
import { restoredParent, restoredTask } from "../../../src/automations/milestone-tasks/task/restored.ts";
import type { LostEdits } from "../../../src/github/lost-edits.ts";
import { managedBlock } from "../../../src/managed/managed-body.ts";
import { parent, task } from "./facts.ts";

const LINK = "for [v1.2](https://github.com/acme/shop/milestone/1)";
/** What was read, and what Detoil made of it: the milestone moved, or a command was carried out. */
const READ = task(1, { due: "2026-11-26" });
const OURS = task(1, { due: "2026-12-03" });
const SNOOZED = task(1, { due: "2026-12-01", metadata: { due: "2026-11-26", processed: 7 } });

const edited = (from: string, to: string, body = READ.body) => {
  if (!body.includes(from)) throw new Error(`no ${from} in ${body}`);
  return { before: body, text: body.replace(from, to) };
};
const lost = (...edits: LostEdits["edits"]) => ({ edits, ownTexts: [], isEditedSince: false, isSettled: true });
const restored = (ours = OURS, ...edits: Parameters<typeof restoredTask>[1]["edits"]) =>
  restoredTask(ours, lost(...edits), "en");
/** The first line within the block, and everything around it. */
const shown = (ours = OURS, ...edits: Parameters<typeof restoredTask>[1]["edits"]) => {
  const { content, overwritten } = restored(ours, ...edits);
  const { before, after } = managedBlock.find(overwritten ?? "", TASK) ?? {};
  return [content.split("\n")[0], before, after];
};

test("a date that a person wrote stays, with its weekday, in what Detoil wrote since", () => {
  const date = edited("**2026-11-26** (Thu)", "2026-11-30");
  expect(shown(OURS, date)).toEqual([`Due **2026-11-30** (Mon) ${LINK}.`, "", ""]);
  // Later than the command, which had been read.
  expect(shown(SNOOZED, date)).toEqual([`Due **2026-11-30** (Mon) ${LINK}.`, "", ""]);
  expect(restored(SNOOZED, date).metadata).toBe(SNOOZED.metadata);
});

test("people's own words stay, with the date in force by now", () => {
  const words = edited(`(Thu) ${LINK}.`, `(Thu) ${LINK}, all but the API.`);
  expect(shown(OURS, words)).toEqual([`Due **2026-12-03** (Thu) ${LINK}, all but the API.`, "", ""]);
  expect(shown(SNOOZED, words)).toEqual([`Due **2026-12-01** (Tue) ${LINK}, all but the API.`, "", ""]);
});

test("what they wrote around the block stays, and changes nothing within", () => {
  const note = { before: READ.body, text: `Ask QA.\n${READ.body}\nThanks` };
  expect(shown(SNOOZED, note)).toEqual([SNOOZED.content.split("\n")[0], "Ask QA.\n", "\nThanks"]);
});

test("several edits, one after the other, each of the text that its author saw", () => {
  const first = edited("**2026-11-26** (Thu)", "**2026-11-30**");
  const second = { before: OURS.body, text: `${OURS.body}\nThanks` };
  expect(shown(OURS, first, second)).toEqual([`Due **2026-11-30** (Mon) ${LINK}.`, "", "\nThanks"]);
});

test("a whole new text is theirs, with or without a marker; a date set by a command stays", () => {
  const anew = { before: READ.body, text: "All mine." };
  expect(restored(OURS, anew)).toMatchObject({ content: "", overwritten: "All mine." });
  expect(restored(SNOOZED, anew)).toMatchObject({
    content: `Due **2026-12-01** (Tue) ${LINK}.`,
    overwritten: "All mine.",
  });
  // Our block was just added after it.
  expect(restored(OURS, { before: "Mine.", text: "All mine." })).toMatchObject({ content: OURS.content });
});

test("if nothing is missing there is nothing to do", () => {
  expect(restored(OURS, edited("**2026-11-26** (Thu)", "**2026-12-03**"))).toBe(OURS);
  expect(restored(OURS, { before: READ.body, text: READ.body.replaceAll("\n", "\r\n") })).toBe(OURS);
  const unread = { before: null, text: managedBlock.wrap(TASK, "Due **2026-11-30**", taskData(READ.metadata)) };
  expect(restored(OURS, unread)).toBe(OURS);
});

test("a parent keeps only what stands around its table, or the whole text if it has none", () => {
  const [was, now] = [parent({ content: "Table" }), parent({ content: "New table" })];
  const note = { before: was.body, text: `${was.body}\nOurs.` };
  expect(restoredParent(now, lost(note)).overwritten).toBe(`${now.body}\nOurs.`);
  expect(restoredParent(now, lost({ before: was.body, text: was.body.replace("Table", "Mine") }))).toBe(now);
  expect(restoredParent(now, lost({ before: was.body, text: "Anew." })).overwritten).toBe("Anew.");
});

test("what somebody else wrote after Detoil's text stays beside it", () => {
  const theirs = { before: READ.body, text: `Ask QA.\n${READ.body.replace("**2026-11-26**", "2026-11-30")}\nThanks` };
  const since = (body: string, due?: string) => ({
    ...OURS,
    body,
    content: due === undefined ? OURS.content : OURS.content.replace("**2026-12-03**", due),
  });
  const both = (now: typeof OURS) => restoredTask(now, { ...lost(theirs), isEditedSince: true }, "en");
  const noted = both(since(`Call Bob.\n${OURS.body}`));
  expect(noted.content).toContain("Due **2026-11-30** (Mon)");
  expect(managedBlock.find(noted.overwritten ?? "", TASK)).toMatchObject({
    before: "Ask QA.\nCall Bob.\n",
    after: "\nThanks",
  });
  // Their date is the later one.
  expect(both(since(OURS.body, "2026-12-24")).content).toContain("Due 2026-12-24 (Thu)");
});

test("a command that was carried out at that moment is put back, with its date; texts of the same plan change nothing", () => {
  const after = (...ownTexts: string[]) => restoredTask(OURS, { ...lost(), ownTexts }, "en");
  const { content, metadata } = after(READ.body, SNOOZED.body);
  expect(content.split("\n")[0]).toBe(`Due **2026-12-01** (Tue) ${LINK}.`);
  expect(metadata).toEqual({ ...OURS.metadata, processed: 7 });
  expect(after(READ.body)).toBe(OURS);
  expect(restoredTask(SNOOZED, { ...lost(), ownTexts: [SNOOZED.body] }, "en")).toBe(SNOOZED);
});
