import { expect, test } from "vitest";
import { atDesk } from "../../../../src/automations/help-wanted/picking/at-desk.ts";
import { homeOf } from "../../../../src/automations/help-wanted/picking/home.ts";
import { pick } from "../../../../src/automations/help-wanted/picking/pick.ts";
import type { HelpDesk } from "../../../../src/records/help-wanted/desk.ts";
import { memoryBook } from "../../../../src/records/memory-book.ts";
import { question } from "./question.ts";

/** As a reconciliation does: the choice that it makes is the one that it will write. */
function choose(desk: HelpDesk, at: ReturnType<typeof place>, asked: ReturnType<typeof question>, isAsking: boolean) {
  return atDesk(desk, at, asked, (known) => {
    const facts = pick({ ...asked, ...known, request: { ...asked.request, reserved: known.reserved } });
    const { choice } = facts;
    return { facts, asks: isAsking && choice.kind === "person" ? choice.login : null };
  });
}

const place = (number: number) => ({ home: "acme/.github", number, since: 1 });

test("whoever was chosen counts as asked, until they are released", async () => {
  const { desk } = memoryBook();
  const of = (number: number, isAsking = true) => choose(desk, place(number), question(), isAsking);
  expect((await of(1, false)).choice).toMatchObject({ login: "alice" });
  expect((await of(1)).choice).toMatchObject({ login: "alice" });
  expect(await of(2)).toMatchObject({
    choice: { login: "bob" },
    next: "carol",
    candidates: [{ login: "alice", open: 1 }, {}, {}],
  });
  expect((await of(1)).choice).toMatchObject({ login: "alice" });
  await desk.release(1);
  expect((await of(3)).choice).toMatchObject({ login: "alice" });
});

test("what `/sre away` and `/sre swap` said anywhere in the home counts", async () => {
  const { desk, record } = memoryBook();
  const day = { from: "2026-11-20", to: "2026-11-20" };
  const said = {
    request: null,
    asks: [],
    away: [{ who: "alice", ...day }],
    covers: [{ who: "bob", by: "carol", ...day }],
  };
  const reading = { ...place(7), since: 0, repo: "acme/web", revision: 1, readAt: 0, record: said };
  await record({ readings: [], cursors: [], help: [reading] });
  expect((await choose(desk, place(1), question(), true)).choice).toMatchObject({ login: "bob" });
  const roster = question({ section: { strategy: "on-call", "on-call": [{ who: "bob", ...day }] } });
  expect((await choose(desk, place(2), roster, true)).choice).toMatchObject({ login: "carol" });
});

const duty = { who: "alice", from: "2026-11-20", to: "2026-11-20" };
test.each([
  ["the file that supplies the people", { people: ["alice"] }, { people: "acme/.github" }, "acme/.github"],
  ["its own file", { people: ["alice"] }, { "max-open": "acme/.github" }, "acme/shop"],
  [
    "without people, the file that supplies the roster",
    { people: [], "on-call": [duty] },
    { people: "acme/x", "on-call": "acme/.github" },
    "acme/.github",
  ],
])("the home is the repository of %s", (_, section, keys, home) => {
  const suppliers = new Map(Object.entries(keys).map(([key, repo]) => [`help-wanted.${key}`, repo]));
  const config = { "help-wanted": question({ section }).section } as never;
  expect(homeOf({ config, suppliers }, { owner: "acme", name: "shop" })).toBe(home);
});
