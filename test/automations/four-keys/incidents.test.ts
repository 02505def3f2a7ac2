import { expect, test } from "vitest";
import { type IncidentNode, incidentReading } from "../../../src/automations/four-keys/incident/incident-reading.ts";

const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, "0")}:00:00Z`;
const ms = (hour: number) => Date.parse(at(hour));

const NODE: IncidentNode = {
  number: 9,
  body: "The shop is closed.",
  createdAt: at(1),
  updatedAt: at(6),
  state: "CLOSED",
  closedAt: at(5),
  labels: { nodes: [{ name: "Incident" }, { name: "sev2" }] },
};

test("an issue with labels, from its creation to its last close", () => {
  expect(incidentReading(NODE, "acme/shop")).toEqual({
    type: "incident",
    key: 9,
    version: ms(6),
    record: {
      ...{ type: "incident", repo: "acme/shop", id: 9, openedAt: ms(1), resolvedAt: ms(5) },
      ...{ deployment: null, source: "issue", labels: ["Incident", "sev2"] },
    },
  });
});

test.each<[string, Partial<IncidentNode>, object | null]>([
  ["open", { state: "OPEN", closedAt: null }, { resolvedAt: null }],
  ["reopened, whatever GitHub still says of the close before", { state: "OPEN" }, { resolvedAt: null }],
  ["without a label, or no longer with one", { labels: { nodes: [] } }, null],
  ["named by id", { body: "It broke.\n\nDeployment: 7" }, { deployment: "7" }],
  ["named by tag", { body: "deployment: `v1.2.0`" }, { deployment: "v1.2.0" }],
  ["named in a list", { body: "- Deployment: abc1234" }, { deployment: "abc1234" }],
  ["named in a sentence", { body: "The Deployment: 7 broke it" }, { deployment: null }],
  ["named in a comment of the template", { body: "<!-- Deployment: 7 -->" }, { deployment: null }],
  ["named in an example", { body: "```\nDeployment: 7\n```\n\n> Deployment: 8" }, { deployment: null }],
  ["named twice", { body: "Deployment: 7\nDeployment: 8" }, { deployment: "7" }],
])("%s", (_name, node, expected) => {
  const reading = incidentReading({ ...NODE, ...node }, "acme/shop");
  const record = reading.type === "incident" ? reading.record : undefined;
  if (expected === null) expect(record).toBeNull();
  else expect(record).toMatchObject(expected);
});
