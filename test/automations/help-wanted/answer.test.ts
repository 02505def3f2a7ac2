import { expect, test } from "vitest";
import { advance } from "../../../src/automations/help-wanted/request/advance.ts";
import type { HelpRequest } from "../../../src/automations/help-wanted/request/request.ts";
import { comment, contextAt, factsOf, recorded, tokyo } from "./facts.ts";

/** alice was asked on Friday at 17:30: with 8 business hours her answer is due on Tuesday at 16:30. */
const REMINDED = { remindedAt: tokyo(24, "12:30").toISOString() };
const ESCALATED: Partial<HelpRequest> = {
  ...REMINDED,
  state: "escalated",
  escalations: [tokyo(25, "09:00").toISOString()],
};
const SNOOZED: Partial<HelpRequest> = {
  state: "snoozed",
  snoozed: { until: tokyo(26, "09:00").toISOString(), at: tokyo(24, "17:00").toISOString(), by: "alice" },
};

test.each<[string, Partial<HelpRequest>, string, Date, HelpRequest["state"]]>([
  ["the lead before the time is over", REMINDED, "lead", tokyo(24, "16:29"), "escalated"],
  ["the lead when it is over, before anybody noticed", REMINDED, "lead", tokyo(24, "16:30"), "answered"],
  ["the lead later, before anybody noticed", REMINDED, "lead", tokyo(24, "23:00"), "answered"],
  ["somebody else", REMINDED, "bob", tokyo(24, "16:45"), "escalated"],
  ["who asks for help", REMINDED, "mona", tokyo(24, "16:45"), "escalated"],
  ["the lead after the time, before the escalation", ESCALATED, "lead", tokyo(25, "08:00"), "answered"],
  ["the lead before the time of what is escalated", ESCALATED, "lead", tokyo(24, "16:00"), "escalated"],
  ["the lead while it is snoozed", SNOOZED, "lead", tokyo(24, "17:30"), "snoozed"],
])("a comment by %s", (_, request, who, at, state) => {
  const facts = factsOf({ recorded: recorded(request), item: { comments: [comment(who, at)] } });
  const advanced = advance(facts, contextAt(tokyo(25, "09:30")));
  expect(advanced?.request).toMatchObject({ state, answer: state === "answered" ? { by: who } : null });
  if (state === "answered")
    expect(advanced).toMatchObject({ news: null, request: { escalations: request.escalations ?? [] } });
});

test("a lead's comment counts for nothing before the time is over, also as it is now", () => {
  const facts = factsOf({ recorded: recorded(REMINDED), item: { comments: [comment("lead", tokyo(24, "16:29"))] } });
  expect(advance(facts, contextAt(tokyo(24, "16:29")))?.request.state).toBe("asked");
});

test("where nobody could be asked, the people of escalate-to count from when they were asked", () => {
  const nobody: Partial<HelpRequest> = {
    ...ESCALATED,
    asked: null,
    askedAt: null,
    asks: [],
    nobody: "nobody-eligible",
  };
  const at = (time: Date) => {
    const facts = factsOf({ recorded: recorded(nobody), item: { comments: [comment("lead", time)] } });
    return advance(facts, contextAt(tokyo(25, "09:30")))?.request.state;
  };
  expect([at(tokyo(25, "08:59")), at(tokyo(25, "09:00"))]).toEqual(["escalated", "answered"]);
});
