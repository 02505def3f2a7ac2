import { expect, test } from "vitest";
import type { WebhookEvent } from "../../../src/automations/automation.ts";
import { helpWanted } from "../../../src/automations/help-wanted/index.ts";
import { isOver } from "../../../src/automations/help-wanted/request/standing.ts";
import { helpWorld } from "./world.ts";

const SELF = { slug: "detoil", login: "detoil[bot]" };

function event(name: string, action: string | null, payload: object, sender = "mona"): WebhookEvent {
  const repository = { id: 1, owner: "acme", name: "shop" };
  return { name, action, installationId: 1, repository, sender, payload: { ...payload } };
}

const issue = (...labels: string[]) => ({ issue: { number: 9, labels: labels.map((name) => ({ name })) } });
const pull = (...labels: string[]) => ({ pull_request: { number: 9, labels: labels.map((name) => ({ name })) } });
const push = (path: string) => ({
  ...{ ref: "refs/heads/main", repository: { default_branch: "main" } },
  commits: [{ modified: [path] }],
});

test.each<[string, WebhookEvent, string[]]>([
  ["any label", event("issues", "labeled", issue("bug")), ["request/9"]],
  ["its last label gone", event("pull_request", "unlabeled", pull()), ["request/9"]],
  ["closed without a label", event("issues", "closed", issue()), []],
  ["closed with one", event("issues", "closed", issue("bug")), ["request/9"]],
  ["unlocked", event("issues", "unlocked", issue("bug")), ["request/9"]],
  ["deleted", event("issues", "deleted", issue("bug")), ["request/9"]],
  ["edited", event("issues", "edited", issue("bug")), []],
  ["a comment where there is no label", event("issue_comment", "created", issue()), []],
  ["a comment", event("issue_comment", "created", issue("bug")), ["request/9"]],
  ["Detoil's own", event("issue_comment", "created", issue("bug"), "detoil[bot]"), []],
  ["a new sre.yml", event("push", null, push(".github/sre.yml")), ["requests"]],
  ["another file", event("push", null, push("a.ts")), []],
])("what %s makes stale", (_, webhook, stale) => {
  expect(helpWanted.targetsFor(webhook, SELF)).toEqual(stale);
});

const DUE = "Answer by **Tue 24 Nov 16:55 JST**: a comment, 👍 or `/sre take`.";
const LATER = "Later? `/sre snooze 2 business days`.";

test("from Friday evening over a holiday: asked, reminded, escalated, answered by the lead", async () => {
  const desk = helpWorld();
  const number = desk.asks();
  expect(await desk.request(number)).toMatchObject({ number, state: "new", asked: null, due_at: null });
  const { again } = await desk.settle(number);
  expect(desk.texts(number)).toEqual([
    `@alice, help is wanted here, and it is your turn.\n${DUE} Not yours? \`/sre pass\`, and bob is asked. ${LATER}`,
  ]);
  expect(desk.item(number).assignees).toEqual(["alice"]);
  expect(desk.status(number)).toBe("Triage");
  expect(await desk.request(number)).toEqual({
    number,
    ...{ state: "asked", asked: "alice", asked_at: "2026-11-20T08:55:00Z", due_at: "2026-11-24T07:55:00Z" },
    reminded_at: null,
  });
  expect(again?.toISOString()).toBe("2026-11-24T03:55:00.000Z"); // 5 minutes on Friday, and until 12:55 on Tuesday

  desk.at(23, "12:00"); // a holiday
  await desk.settle(number);
  desk.at(24, "12:54");
  desk.says(number, "lead", "Alice, could you look?"); // no answer, as nobody asks the lead yet
  await desk.settle(number);
  expect(desk.texts(number)).toHaveLength(1);
  desk.at(24, "12:55");
  await desk.settle(number);
  expect(desk.texts(number)[1]).toBe(
    `@alice, this request is still waiting for your answer, which is due by **Tue 24 Nov 16:55 JST**. A 👍 is enough.\nNot yours? \`/sre pass\`, and bob is asked. ${LATER}`,
  );
  expect(desk.texts(number)[0]).toMatch(/\nReminded on Tue 24 Nov 12:55 JST\.$/);

  desk.at(24, "16:55");
  await desk.settle(number);
  const asked = "nobody has answered here since Fri 20 Nov 17:55 JST, when alice was asked.";
  expect(desk.texts(number)).toEqual([
    expect.stringMatching(
      /^\*\*Nobody has answered yet\.\*\* alice was asked on Fri 20 Nov 17:55 JST, and acme\/leads /,
    ),
    expect.stringContaining(`@acme/leads, ${asked}\nAn answer by any of you is enough`),
  ]);
  desk.at(24, "17:30");
  await desk.settle(number); // once a business day
  desk.at(25, "09:00");
  await desk.settle(number);
  desk.at(26, "09:00");
  await desk.settle(number);
  expect(desk.texts(number)[1]).toContain(`${asked} Detoil does not ask again.`);
  desk.at(27, "09:00");
  expect((await desk.settle(number)).again).toBeNull();
  expect(await desk.request(number)).toMatchObject({ state: "escalated", asked: "alice" });

  desk.says(number, "bob", "Somebody should look at this.");
  expect(await desk.request(number)).toMatchObject({ state: "escalated" });
  desk.says(number, "lead", "I do.");
  await desk.settle(number);
  expect(desk.texts(number)[0]).toMatch(/^\*\*lead answered\*\* on Fri 27 Nov 09:00 JST\.\n/);
  expect(await desk.request(number)).toMatchObject({ state: "answered" });
});

test.each<[string, string | null, boolean, string?]>([
  ["shown late by the timeline, from before the ask", "2026-11-24T00:59:00Z", false],
  ["given again after the ask", "2026-11-24T01:01:00Z", true],
  ["which the timeline does not show", null, false],
  [
    "that Detoil asked about before it was given, by its own clock",
    "2026-11-24T01:00:02Z",
    false,
    "2026-11-24T01:00:02.000Z",
  ],
])("a label %s", (_, at, over, since = "2026-11-20T00:00:00.000Z") => {
  const asks = [{ login: "alice", at: "2026-11-24T01:00:00.000Z", left: null, returned: false }];
  const request = { ended: null, since, asks, escalations: [] };
  expect(isOver(request, { labeledAt: at === null ? null : new Date(at) })).toBe(over);
});

test("outside of hours nothing is written before people work again", async () => {
  const desk = helpWorld();
  desk.at(21, "10:00");
  const number = desk.asks();
  const { plan, again } = await desk.settle(number);
  expect([plan, again?.toISOString()]).toEqual([[], "2026-11-24T00:00:00.000Z"]);
  desk.at(24, "09:00");
  await desk.settle(number);
  expect(desk.texts(number)).toHaveLength(1);
});

test("a pass, a snooze, an absence and a swap; each time the next person has a comment of their own", async () => {
  const desk = helpWorld();
  desk.at(24, "10:00");
  const number = desk.asks();
  await desk.settle(number);
  desk.says(number, "alice", "/sre pass @mona is <b>wrong</b> here");
  await desk.settle(number);
  expect(desk.texts(number).slice(1)).toEqual([
    "Noted. The next person is asked, within business hours.",
    expect.stringMatching(
      /^@bob, help is wanted here, and it is your turn now: alice passed \(`@mona is <b>wrong<\/b> here`\)\.\nAnswer by \*\*Tue 24 Nov 18:00 JST\*\*/,
    ),
  ]);
  expect(desk.texts(number)[0]).toMatch(/^@bob, help is wanted here/);
  expect(desk.item(number).assignees).toEqual(["bob"]);

  desk.says(number, "bob", "/sre snooze 1 business day");
  await desk.settle(number);
  expect(desk.texts(number)[0]).toMatch(
    /^\*\*Snoozed until Wed 25 Nov 10:00 JST\*\* by bob\. Detoil then asks bob again/,
  );
  desk.at(25, "10:00");
  await desk.settle(number);
  expect(desk.texts(number).at(-1)).toMatch(/^@bob, the snooze is over/);
  expect(await desk.request(number)).toMatchObject({ asked: "bob", asked_at: "2026-11-25T01:00:00Z" });

  desk.says(number, "bob", "/sre away until 2026-11-27");
  await desk.settle(number);
  expect(desk.texts(number).at(-1)).toMatch(
    /^@carol, help is wanted here, and it is your turn now: bob is away\.\n.*Not yours\? `\/sre pass`\. Later/,
  );
  desk.says(number, "carol", "/sre swap @alice");
  await desk.settle(number);
  expect(desk.texts(number).at(-1)).toMatch(
    /^@alice, help is wanted here, and it is your turn now: carol swapped turns\./,
  );
  const second = desk.asks();
  await desk.settle(second);
  expect(desk.texts(second)[0]).toMatch(/^@carol, .* \(bob is away until Fri 27 Nov\)\.\n/); // her turn is still to come
});

test("a take answers, and unassigns whom Detoil had assigned, nobody else", async () => {
  const desk = helpWorld();
  const number = desk.asks();
  desk.world.act("lead", "assign", { number, assignees: ["carol"] });
  await desk.settle(number);
  desk.says(number, "mona", "/sre take");
  desk.says(number, "bob", "/sre take");
  await desk.settle(number);
  expect(desk.item(number).assignees).toEqual(["carol", "bob"]);
  expect(desk.texts(number)[0]).toMatch(/^\*\*bob took it\*\* on Fri 20 Nov 17:55 JST\./);
  desk.says(number, "bob", "/sre pass"); // alice, who was asked, passed nothing
  await desk.settle(number);
  expect(desk.texts(number).at(-1)).toMatch(/^@carol, help is wanted here, and it is your turn now: bob passed\./);
  desk.says(number, "bob", "/sre take");
  await desk.settle(number);
  desk.says(number, "mona", "/sre done"); // hers, though she may not write
  await desk.settle(number);
  expect(desk.texts(number)[0]).toBe(
    "**This request has ended**: mona said on Fri 20 Nov 17:55 JST that it is done.\nbob had answered on Fri 20 Nov 17:55 JST. To ask again, add the label `help wanted` again.",
  );
});

test.each([
  ["a comment", (desk: ReturnType<typeof helpWorld>, number: number) => desk.says(number, "alice", "On it.")],
  ["a 👍, which sends no webhook", (desk, number) => desk.thumbs(number, "alice")],
  [
    "a move on the project, by whomever",
    (desk, number) =>
      desk.world.act("carol", "move-project-item", { number, project: 3, field: "Status", value: "Doing" }),
  ],
])("%s answers", async (_, answer) => {
  const desk = helpWorld();
  const number = desk.asks();
  await desk.settle(number);
  desk.thumbs(number, "bob"); // who is not asked
  desk.at(24, "12:55");
  answer(desk, number);
  await desk.settle(number);
  expect(desk.texts(number)).toHaveLength(1);
  expect(await desk.request(number)).toMatchObject({ state: "answered", asked: "alice", reminded_at: null });
});

test("the label goes: it ends and the assignee stays; it comes again: a new request, and the old one is history", async () => {
  const desk = helpWorld();
  const number = desk.asks();
  await desk.settle(number);
  desk.at(24, "10:00");
  desk.world.act("mona", "unlabel", { number, label: "help wanted" });
  await desk.settle(number);
  expect(desk.texts(number)).toEqual([
    expect.stringContaining("the label `help wanted` was removed on Tue 24 Nov 10:00 JST.\nNobody had answered."),
  ]);
  expect(desk.item(number).assignees).toEqual(["alice"]);
  desk.at(24, "11:00");
  desk.world.act("mona", "label", { number, label: "help wanted" });
  await desk.settle(number);
  expect(desk.texts(number)).toEqual([
    expect.stringContaining("has ended"),
    expect.stringMatching(/^@bob, help is wanted here, and it is your turn\.\n/),
  ]);
  for (let said = 0; said < 50; said += 1) desk.says(number, "mona", "More of it"); // more than one look reads
  desk.at(24, "11:30");
  desk.thumbs(number, "bob"); // nobody hears of it before the end
  desk.at(24, "11:31");
  desk.world.act("mona", "close-issue", { number });
  desk.world.act("mona", "move-project-item", { number, project: 3, field: "Status", value: "Doing" });
  await desk.settle(number);
  expect(desk.texts(number)[1]).toMatch(
    /it was closed on Tue 24 Nov 11:31 JST\.\nbob had answered on Tue 24 Nov 11:30 JST\.$/,
  );
  expect(await desk.request(number)).toMatchObject({ state: "ended", asked: "bob" });
  expect(await desk.request(Number(desk.world.act("mona", "open-issue", { title: "Not" }).number))).toBeNull();
});

test("a label that goes without a webhook, as when it is renamed, is noticed at night", async () => {
  const desk = helpWorld();
  const [number, other] = [desk.asks(), desk.asks()];
  await desk.settle(number);
  desk.says(number, "alice", "On it.");
  await desk.settle(number);
  desk.world.act("mona", "unlabel", { number, label: "help wanted" });
  expect(await desk.nightly()).toEqual([`request/${other}`, `request/${number}`]);
  await desk.settle(number);
  expect(desk.texts(number)[0]).toMatch(/^\*\*This request has ended\*\*/);
  expect(await desk.nightly()).toEqual([`request/${other}`]);
});

test("nobody can be asked: the comment says why, and asks the others", async () => {
  const desk = helpWorld({
    section: { people: ["bob"], away: [{ who: "bob", from: "2026-11-20", to: "2026-11-24" }], project: null },
  });
  const number = desk.asks();
  await desk.settle(number);
  expect(desk.texts(number)).toEqual([
    expect.stringMatching(
      /^@acme\/leads, help is wanted here, and nobody can be asked: bob is away until Tue 24 Nov\.\nAn answer by any of you/,
    ),
  ]);
  desk.at(24, "09:00");
  await desk.settle(number);
  expect(desk.texts(number)[1]).toMatch(/^@acme\/leads, help is wanted here, and nobody can be asked/);
  desk.at(25, "09:00"); // he is back
  await desk.settle(number);
  expect(desk.texts(number).at(-1)).toMatch(/^@bob, help is wanted here/);
  const alone = helpWorld({ section: { people: [], "escalate-to": [], project: null } });
  const other = alone.asks();
  await alone.settle(other);
  expect(alone.texts(other)).toEqual([
    expect.stringMatching(/^\*\*Help is wanted here, and `people` in sre\.yml names nobody for it\.\*\*\n/),
  ]);
});

test.each([
  ["without anybody", []],
  ["with nobody but the author", ["Mona"]],
])("%s to escalate to, the comment says that nobody is left", async (_, escalateTo) => {
  const desk = helpWorld({
    section: { "escalate-to": escalateTo, project: null, people: ["alice"], "respond-within": "2 hours" },
  });
  desk.at(24, "10:00");
  const number = desk.asks();
  await desk.settle(number);
  desk.at(24, "12:00");
  await desk.settle(number);
  expect(desk.texts(number)).toEqual([
    expect.stringMatching(
      /^\*\*Nobody has answered yet\*\*, and nobody is left to ask: alice was asked on Tue 24 Nov 10:00 JST\.\n/,
    ),
  ]);
  desk.at(25, "09:00");
  desk.says(number, "mona", "Anybody?");
  expect((await desk.settle(number)).plan).toEqual([]);
});

test("a command outside of hours: at the opening the request is on the project, and a reminder names who is next by then", async () => {
  const desk = helpWorld();
  desk.at(21, "10:00");
  const [number, other] = [desk.asks(), desk.asks()];
  desk.says(number, "lead", "/sre assign @carol");
  await desk.settle(number);
  expect([desk.texts(number)[0], desk.status(number)]).toEqual([
    "**carol is asked** within business hours.",
    undefined,
  ]);
  desk.at(24, "09:00");
  await desk.settle(number);
  expect([desk.status(number), desk.item(number).assignees]).toEqual(["Triage", ["carol"]]);
  await desk.settle(other); // alice's turn
  desk.at(24, "13:00");
  await desk.settle(number);
  expect(desk.texts(number).at(-1)).toMatch(
    /^@carol, this request is still .*\nNot yours\? `\/sre pass`, and bob is asked\./,
  );
  desk.at(24, "17:30");
  desk.says(number, "carol", "/sre snooze 2 hours");
  await desk.settle(number);
  expect(desk.texts(number)[0]).toMatch(/^\*\*Snoozed until Wed 25 Nov 09:00 JST\*\*/); // nobody is asked at 19:30
  desk.says(number, "carol", "/sre pass");
  desk.at(24, "18:30");
  await desk.settle(number);
  expect(await desk.request(number)).toMatchObject({ state: "new", reminded_at: null });
});

test("a locked conversation, where no App can comment, waits until it is unlocked; answers count", async () => {
  const desk = helpWorld();
  const lock = (how: string, number: number) => desk.world.act("lead", how, { number });
  const [number, other] = [desk.asks(), desk.asks()];
  lock("lock", other);
  await desk.settle(number);
  expect((await desk.settle(other)).emptyReason).toMatch(/^#2 is locked, and an App cannot comment there\./);
  expect([desk.texts(other), desk.item(other).assignees]).toEqual([[], []]);
  lock("lock", number);
  desk.at(24, "16:55");
  await desk.settle(number); // nobody is reminded or escalated to
  expect(desk.texts(number)).toHaveLength(1);
  desk.says(number, "alice", "It was the disk.");
  await desk.settle(number);
  expect(desk.texts(number)[0]).toMatch(/^\*\*alice answered\*\*/);
  lock("unlock", other);
  await desk.settle(other);
  expect(desk.item(other).assignees).toEqual(["bob"]);
});

test("what has waited for long comes two a person and day, and nobody is escalated to", async () => {
  const desk = helpWorld({ section: { people: ["alice", "bob"], project: null } });
  desk.at(11, "10:00");
  const numbers = Array.from({ length: 5 }, () => desk.asks());
  const whom = async () => {
    for (const number of numbers) await desk.settle(number);
    return Promise.all(numbers.map(async (number) => (await desk.request(number))?.asked));
  };
  desk.at(20, "10:00");
  expect(await whom()).toEqual(["alice", "bob", "alice", "bob", null]);
  expect(desk.texts(5)).toEqual([]);
  expect((await desk.settle(5)).emptyReason).toMatch(/^#5 has waited for more than a week\./);
  expect((await desk.settle(5)).again?.toISOString()).toBe("2026-11-24T00:00:00.000Z");
  numbers.push(desk.asks()); // one of today is asked about today
  expect(await whom()).toEqual(["alice", "bob", "alice", "bob", null, "alice"]);
  desk.at(24, "09:00");
  expect((await whom())[4]).toBe("bob");
  expect(await desk.request(5)).toMatchObject({ state: "asked", asked_at: "2026-11-24T00:00:00Z" });
});

test("nobody can be asked about what has waited for long: two at a time are put to the leads", async () => {
  const away = [{ who: "bob", from: "2026-11-10", to: "2026-11-24" }];
  const desk = helpWorld({ section: { people: ["bob"], away, project: null } });
  desk.at(11, "10:00");
  const numbers = Array.from({ length: 4 }, () => desk.asks());
  const states = async () => {
    for (const number of numbers) await desk.settle(number);
    return Promise.all(numbers.map(async (number) => (await desk.request(number))?.state));
  };
  desk.at(20, "10:00");
  expect(await states()).toEqual(["escalated", "escalated", "new", "new"]);
  desk.says(1, "lead", "I do."); // whose it is then, nobody else's
  expect(await states()).toEqual(["answered", "escalated", "escalated", "new"]);
  desk.at(25, "09:00"); // he is back
  expect(await states()).toEqual(["answered", "asked", "asked", "new"]);
});

test("who takes a request outside of hours has it on the project at once, and nobody is asked", async () => {
  const desk = helpWorld();
  desk.at(21, "10:00");
  const number = desk.asks();
  desk.says(number, "bob", "/sre take");
  await desk.settle(number);
  expect([desk.texts(number)[0], desk.status(number), desk.item(number).assignees]).toEqual([
    expect.stringMatching(/^\*\*bob took it\*\* on Sat 21 Nov 10:00 JST\./),
    "Triage",
    ["bob"],
  ]);
  desk.world.act("bob", "move-project-item", { number, project: 3, field: "Status", value: "Doing" });
  desk.at(24, "09:00");
  expect((await desk.settle(number)).plan).toEqual([]);
});

test("whom GitHub does not assign is asked nevertheless, and the comment says so; a warning comes with a named person", async () => {
  const away = [{ who: "bob", from: "2026-11-20", to: "2026-11-30" }];
  const desk = helpWorld({ section: { people: ["nobody-here"], away, project: null } });
  const number = desk.asks();
  await desk.settle(number);
  expect(desk.texts(number)[0]).toMatch(
    /^@nobody-here, [^\n]*\n[^\n]*\n\nGitHub does not let nobody-here be assigned here\./,
  );
  expect(desk.item(number).assignees).toEqual([]);
  desk.says(number, "lead", "/sre assign @bob\n/sre assign mona\n/sre assign @acme/leads");
  await desk.settle(number);
  expect(desk.texts(number).slice(1)).toEqual([
    [
      "`/sre assign @bob`: bob is asked, within business hours.",
      "`/sre assign mona`: `mona` asks for help here, and so cannot be asked for it.",
      "`/sre assign @acme/leads`: `acme/leads` is not a login; only people can be asked.",
    ].join("\n\n"),
    expect.stringMatching(
      /^@bob, help is wanted here, and you were asked for by name \(although bob is away until Mon 30 Nov\)\.\n/,
    ),
  ]);
  expect(desk.item(number).assignees).toEqual(["bob"]);
});

test("a command comes first, and one that nobody carries out holds a request up for an hour at most", async () => {
  const desk = helpWorld();
  desk.at(24, "10:00");
  const number = desk.asks();
  desk.says(number, "alice", "/sre snooze 1 business day");
  const alone = () => desk.world.reconcile(helpWanted, `request/${number}`);
  const { plan, again, wakes } = await alone();
  expect([plan, again?.toISOString()]).toEqual([[], "2026-11-24T01:01:00.000Z"]);
  expect(wakes).toMatchObject([{ automation: "commands", target: `conversation/${number}` }]);
  desk.at(24, "10:01");
  expect((await alone()).again?.toISOString()).toBe("2026-11-24T02:00:00.000Z");
  desk.at(24, "11:00");
  await alone();
  expect(desk.texts(number)[0]).toMatch(/^@alice, help is wanted here/);
});

test("a pull request is routed to the owners of what it changes, and a broken line of CODEOWNERS is told", async () => {
  const desk = helpWorld({
    section: { routes: [{ paths: ["db/**"], people: "codeowners" }] },
    repo: {
      commits: [
        {
          sha: "start",
          message: "Start",
          files: {
            ".github/CODEOWNERS": "db/ @carol\n!no @bob\n",
            ".github/sre.yml": JSON.stringify({
              version: 1,
              timezone: "Asia/Tokyo",
              "help-wanted": {
                people: ["alice"],
                routes: [{ paths: ["db/**"], people: "codeowners" }],
                project: { owner: "acme", number: 3, status: "triage" },
              },
            }),
          },
        },
        { sha: "change", parents: ["start"], message: "Change", files: ["db/a.sql"] },
      ],
      branches: { main: "start", change: "change" },
    },
  });
  const { number } = desk.world.act("alice", "open-pull", { title: "Index", base: "main", head: "change" });
  desk.world.act("alice", "label", { number, label: "Help Wanted" });
  await desk.settle(Number(number));
  expect(desk.texts(Number(number))[0]).toMatch(
    /^@carol, [^\n]*\n[^\n]*\n\n`\.github\/CODEOWNERS`, line 2: GitHub and Detoil cannot read this line/,
  );
  expect([desk.status(Number(number)), desk.item(Number(number)).assignees]).toEqual(["Triage", ["carol"]]);
  desk.world.act("bob", "review", { number, state: "COMMENTED", body: "Not mine" });
  expect(await desk.request(Number(number))).toMatchObject({ state: "asked", asked: "carol" });
  desk.world.act("carol", "review", { number, state: "APPROVED" });
  expect(await desk.request(Number(number))).toMatchObject({ state: "answered", asked: "carol" });
});
