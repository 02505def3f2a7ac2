import assert from "node:assert/strict";
import { at, listAt, type RestAnswer, type Stage } from "../../fact.ts";

export const PROJECT = "a project of the organization's";
export const REST = "REST: Projects (2025-09)";
export const ROOT = "/orgs/{org}/projectsV2/{project_number}";

const FIELDS = [
  { name: "Status", options: ["Todo", "Done"] },
  { name: "Due date", type: "date" },
  { name: "Points", type: "number" },
  { name: "Note" },
];
const on = (number: number, fields: object = {}) => ({ repo: "acme/scratch", number, fields });
const SRE = {
  owner: "acme",
  number: 5,
  title: "SRE",
  fields: FIELDS,
  items: [{ id: 77, ...on(1, { Status: "Todo", "Due date": "2026-12-01", Points: 3, Note: "n" }) }, on(3), on(4)],
};

/** Issues 1 and 3 and pull request 4 are in acme's project 5, issue 1 in a person's own too. */
export const PROJECT_WORLD = {
  world: {
    app: { permissions: { metadata: "read", issues: "write", pull_requests: "read", organization_projects: "write" } },
    users: [{ login: "stranger" }],
    repos: [{ name: "zoo/cage", issues: [{ number: 1 }] }],
    projects: [SRE, { owner: "alice", number: 1, items: [on(1)] }],
  },
  scratch: {
    issues: [
      { number: 1, title: "First" },
      { number: 2, title: "Second" },
      { number: 3 },
      { number: 9, deleted: true },
    ],
    pulls: [{ number: 4, title: "P", base: "main", head: "x", state: "closed" }],
  },
};

/** The same with other permissions of the App. */
export function projectWith(permissions: object) {
  return {
    ...PROJECT_WORLD,
    world: { ...PROJECT_WORLD.world, app: { permissions: { metadata: "read", ...permissions } } },
  };
}

export function onProject(stage: Stage, route: string, fields: object = {}): Promise<RestAnswer> {
  return stage.rest(route, { org: "acme", project_number: 5, ...fields });
}

interface Fields {
  /** Ids of fields, and of the options of Status, by name. */
  field(name: string): number;
  option(name: string): string;
}

export async function fieldsOf(stage: Stage): Promise<Fields> {
  const { status, data } = await onProject(stage, `GET ${ROOT}/fields`);
  assert.equal(status, 200);
  const all = listAt(data);
  const options = listAt(all[0], "options");
  return {
    field: (name) =>
      Number(
        at(
          all.find((one) => at(one, "name") === name),
          "id",
        ),
      ),
    option: (name) =>
      String(
        at(
          options.find((one) => at(one, "name", "raw") === name),
          "id",
        ),
      ),
  };
}

export async function itemsOf(stage: Stage): Promise<readonly unknown[]> {
  return listAt((await onProject(stage, `GET ${ROOT}/items`, { per_page: 100 })).data);
}
