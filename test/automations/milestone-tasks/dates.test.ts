import { expect, test } from "vitest";
import { shop, sre, type World } from "./world.ts";

/** The date that sre.yml gives a task in a milestone due on that day. */
async function dated(due: string, due_on: string, top: object = {}): Promise<string | undefined> {
  const world = shop(sre([{ key: "a", title: "A", due }], {}, { calendar: {}, ...top }));
  world.act("alice", "create-milestone", { title: "v1", due_on });
  await world.converge(1);
  return dateOf(world);
}

function dateOf(world: World, key = "a"): string | undefined {
  return /Due \*\*(\S+)\*\*/.exec(world.task(1, key).body)?.[1];
}

const JP = { calendar: { holidays: "JP" } };
const CLOSED = { calendar: { holidays: "JP", closed: ["2026-12-29/2027-01-03"] } };

// Each from a wall calendar of the country.
test.each<[string, string, string, string, object]>([
  ["business days back over a weekend", "-3 business days", "2026-12-01", "2026-11-26", {}],
  ["Thanksgiving for Labour, 23 November", "-1 business day", "2026-11-24", "2026-11-20", JP],
  ["a normal Monday where it is none", "-1 business day", "2026-11-24", "2026-11-23", {}],
  ["Bavaria: Epiphany", "-1 business day", "2027-01-07", "2027-01-05", { calendar: { holidays: "DE-BY" } }],
  ["closed days across the year's end", "2 business days", "2026-12-28", "2027-01-05", CLOSED],
  ["a milestone on a Saturday: back from there", "-1 business day", "2026-11-28", "2026-11-26", JP],
  ["a milestone on a Sunday: on from there", "1 business day", "2026-11-29", "2026-12-01", JP],
  ["calendar days", "-10 days", "2026-12-01", "2026-11-21", JP],
  ["weeks", "2 weeks", "2026-12-25", "2027-01-08", JP],
  ["months, to the last day of a short one", "-1 month", "2027-03-31", "2027-02-28", JP],
  ["the day itself", "0 days", "2026-12-01", "2026-12-01", JP],
])("%s", async (_, due, day, expected, top) => {
  expect(await dated(due, `${day}T12:00:00Z`, top)).toBe(expected);
});

test.each([
  ["in winter", "2026-12-01T08:00:00Z"],
  ["in summer", "2027-07-01T07:00:00Z"],
])("GitHub keeps midnight Pacific (%s): its UTC date counts, wherever the team is", async (_, due_on) => {
  for (const timezone of ["Asia/Tokyo", "UTC", "Pacific/Honolulu", "Pacific/Pago_Pago", "Pacific/Kiritimati"])
    expect(await dated("0 days", due_on, { timezone })).toBe(due_on.slice(0, 10));
});

test("a task without `due` has no date, whatever the milestone's", async () => {
  const world = shop(sre([{ key: "a", title: "A" }]));
  await world.converge(world.milestone("v1", "2026-12-01"));
  expect(world.task(1, "a").body).toContain("\nFor [v1](https://github.com/acme/shop/milestone/1).\n");
  expect((await world.reconcile(1)).facts).toMatchObject({ tasks: [{ key: "a", due: null }] });
});

test("a date that moves also moves the tasks; removed, it removes theirs; set later, it sets them", async () => {
  const world = shop(sre([{ key: "a", title: "A", due: "-1 business day", body: "Before {{milestone.due_on}}." }]));
  const milestone = world.milestone("v1");
  await world.converge(milestone);
  expect(dateOf(world)).toBeUndefined();
  const move = async (due_on: string | null) => {
    await world.staleTargets();
    world.act("alice", "edit-milestone", { number: milestone, due_on });
    expect(await world.staleTargets()).toEqual(["milestone/1"]);
    await world.converge(milestone);
    return [dateOf(world), /Before .*/.exec(world.task(1, "a").body)?.[0]];
  };
  expect(await move("2026-12-01T12:00:00Z")).toEqual(["2026-11-30", "Before 2026-12-01."]);
  expect(world.parent(1).body).toContain("is due on Tue 1 Dec.");
  expect(await move("2026-11-24T12:00:00Z")).toEqual(["2026-11-20", "Before 2026-11-24."]);
  expect(await move(null)).toEqual([undefined, "Before (no date yet)."]);
  expect(world.parent(1).body).toContain("has no date yet");
  expect(await move("2026-12-02T12:00:00Z")).toEqual(["2026-12-01", "Before 2026-12-02."]);
});

test("what is late is shown from the team's next day on", async () => {
  const world = shop(sre([{ key: "a", title: "A", due: "0 days" }]));
  await world.converge(world.milestone("v1", "2026-11-20"));
  expect(world.parent(1).body).toContain("| Fri 20 Nov | ⏳ open |");
  // Still the 20th in UTC, and the 21st in Tokyo.
  world.setNow("2026-11-20T15:30:00Z");
  await world.converge(1);
  expect(world.parent(1).body).toContain("was due on Fri 20 Nov.** 0 of 1 task done, 1 late.");
  expect(world.parent(1).body).toContain("| Fri 20 Nov | ❌ late since Sat 21 Nov |");
});
