import { expect, test } from "vitest";
import { createSimulator, parseWorld, type Simulator, worldOf } from "../../../simulator/index.ts";

const WORLD = {
  now: "2026-11-20T01:00:00Z",
  users: [{ login: "alice" }],
  repos: [{ name: "acme/shop", permission: { alice: "write" }, issues: [{ number: 1 }] }],
  projects: [
    {
      owner: "acme",
      number: 5,
      title: "SRE",
      fields: [{ name: "Status", options: ["Todo", "Done"] }, { name: "Due date", type: "date" }, { name: "Note" }],
      items: [{ repo: "acme/shop", number: 1, fields: { Status: "Todo", "Due date": "2026-12-01" } }],
    },
    { owner: "alice", number: 1 },
  ],
};

async function fieldsIn(simulator: Simulator): Promise<unknown> {
  const headers = { authorization: `token ${simulator.installationToken("acme")}` };
  return (await simulator.fetch(`${simulator.apiUrl}/orgs/acme/projectsV2/5/fields`, { headers })).json();
}

test("a world with projects reads back as it was, with the same ids of fields and options", async () => {
  const state = parseWorld(WORLD, "world");
  const again = parseWorld(JSON.parse(JSON.stringify(worldOf(state))), "again");
  expect(again).toEqual(state);
  const fields = await fieldsIn(createSimulator(state));
  expect(fields).toHaveLength(3);
  expect(await fieldsIn(createSimulator(again))).toEqual(fields);
});
