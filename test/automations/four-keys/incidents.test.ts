import { expect, test } from "vitest";
import { shaOf } from "../../../simulator/git/sha.ts";
import { type IncidentNode, incidentReading } from "../../../src/automations/four-keys/incident/incident-reading.ts";
import { fourKeys } from "../../../src/automations/four-keys/index.ts";
import { memoryBook } from "../../../src/records/memory-book.ts";
import { worldOf } from "../world.ts";

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
  expect(incidentReading(NODE, "acme/shop", null)).toEqual({
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
  ["named by a pull request that deployed", { body: "Deployment: #12" }, { deployment: "12" }],
  ["named in a list", { body: "- Deployment: abc1234" }, { deployment: "abc1234" }],
  ["named in a sentence", { body: "The Deployment: 7 broke it" }, { deployment: null }],
  ["named in a comment of the template", { body: "<!-- Deployment: 7 -->" }, { deployment: null }],
  ["named in an example", { body: "```\nDeployment: 7\n```\n\n> Deployment: 8" }, { deployment: null }],
  ["named twice", { body: "Deployment: 7\nDeployment: 8" }, { deployment: "7" }],
])("%s", (_name, node, expected) => {
  const reading = incidentReading({ ...NODE, ...node }, "acme/shop", null);
  const record = reading.type === "incident" ? reading.record : undefined;
  if (expected === null) expect(record).toBeNull();
  else expect(record).toMatchObject(expected);
});

test.each([
  ["environment: [production]", "v1.2.0", shaOf("c1")],
  ["workflow: 'deploy.yml'", "`v1.2.0`", shaOf("c1")],
  ["environment: [production]", "v9", "v9"],
  ["environment: [production]", "7", "7"],
  ["tag: 'v*'", "v1.2.0", "v1.2.0"],
  ["external: true", "v1.2.0", "v1.2.0"],
])("where deployments are %s, an issue that names %s means %s, live and in history", async (way, named, meant) => {
  const world = worldOf({
    now: at(9),
    repos: [
      {
        name: "acme/shop",
        files: { ".github/sre.yml": `version: 1\nfour-keys:\n  deployments: {${way}}\n` },
        commits: [{ sha: "c1" }],
        branches: { main: "c1" },
        tags: [{ name: "v1.2.0", sha: "c1" }],
        issues: [{ number: 9, title: "It broke", user: "alice", body: `Deployment: ${named}`, labels: ["incident"] }],
      },
    ],
    users: [{ login: "alice" }],
  });
  const [live, history] = [memoryBook(), memoryBook()];
  await world.reconcile(fourKeys, "incident/9", { book: live });
  for (let count = 0; count < 8; count += 1) await world.reconcile(fourKeys, "history", { book: history });
  for (const book of [live, history]) expect((await book.all()).incidents).toMatchObject([{ deployment: meant }]);
});
