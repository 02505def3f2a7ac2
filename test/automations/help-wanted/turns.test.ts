import { expect, test } from "vitest";
import { handedOn } from "../../../src/automations/help-wanted/commands/handed-on.ts";
import { askNext } from "../../../src/automations/help-wanted/request/ask.ts";
import { STATUS } from "../../../src/automations/help-wanted/request/recorded.ts";
import { helpRequest } from "../../../src/automations/help-wanted/request/request.ts";
import { newTurn, withSpan } from "../../../src/automations/help-wanted/request/turns.ts";
import { marker } from "../../../src/markdown/marker.ts";
import { contextAt, factsOf, recorded, tokyo } from "./facts.ts";

test("a request that is passed on for ever stays within a comment, and keeps its first and its latest turns", () => {
  const { request: first } = recorded();
  const logins = Array.from({ length: 90 }, (_, at) => `p${at}`.padEnd(39, "x"));
  let request = first;
  for (const [at, login] of logins.entries()) {
    const passed = handedOn(request, { how: "pass", by: request.asked ?? "", why: "<".repeat(200) }, login);
    const context = contextAt(new Date(tokyo(24, "09:00").getTime() + at * 1_000));
    const next = askNext(passed, factsOf({ recorded: recorded() }), context);
    expect(newTurn(next, passed)?.login).toBe(login);
    request = next;
  }
  expect(newTurn(request, request)).toBeNull();
  expect(request.asks).toHaveLength(50);
  expect([request.asks[0]?.at, request.asks.at(-1)?.login]).toEqual([first.asks[0]?.at, logins.at(-1)]);
  expect(request.asks.at(-2)?.left?.why).toHaveLength(200);
  expect(helpRequest.safeParse(request).success).toBe(true);
  expect(marker(STATUS, request).length).toBeLessThan(20_000);
});

test("absences that are over are forgotten, and of the others the latest are kept", () => {
  const until = (to: string) => ({ who: "alice", from: "2026-11-01", to });
  const today = "2026-11-20";
  expect(withSpan([until("2026-11-19"), until(today)], until("2026-11-30"), today)).toEqual([
    until(today),
    until("2026-11-30"),
  ]);
  const many = Array.from({ length: 99 }, () => until("2026-12-01"));
  expect(withSpan(many, until("2026-11-30"), today)).toHaveLength(50);
});
