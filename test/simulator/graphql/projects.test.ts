import { expect, test } from "vitest";
import { openShop, shopQuery } from "./shop.ts";

const FIELDS = [
  { name: "Status", options: ["Todo", "Done"] },
  { name: "Due date", type: "date" },
  { name: "Points", type: "number" },
  { name: "Note" },
];
const on = (number: number, fields: object) => ({ repo: "acme/shop", number, fields });
const WORLD = {
  app: { permissions: { metadata: "read", issues: "read", pull_requests: "read", organization_projects: "read" } },
  projects: [
    {
      owner: "acme",
      number: 5,
      title: "SRE",
      fields: FIELDS,
      items: [
        { id: 77, ...on(7, { Status: "Todo", "Due date": "2026-12-01", Points: 3, Note: "n" }) },
        on(8, {}),
        on(3, {}),
      ],
    },
    { owner: "alice", number: 1, items: [on(7, {})] },
  ],
};

const ITEMS = `projectItems(first: 10) { totalCount nodes {
  fullDatabaseId isArchived type project { number title owner { ... on Organization { login } } }
  status: fieldValueByName(name: "Status") { ... on ProjectV2ItemFieldSingleSelectValue { name optionId } }
  due: fieldValueByName(name: "Due date") { __typename ... on ProjectV2ItemFieldDateValue { date } }
  points: fieldValueByName(name: "Points") { ... on ProjectV2ItemFieldNumberValue { number } }
  note: fieldValueByName(name: "Note") { ... on ProjectV2ItemFieldTextValue { text } }
  none: fieldValueByName(name: "Other") { __typename } } }`;

test("an issue shows the organization's projects that it is on, with their values; a person's own is FORBIDDEN", async () => {
  const { ask, simulator } = openShop(WORLD);
  const { data, errors } = await ask(shopQuery(`issue(number: 7) { ${ITEMS} }`));
  expect(errors?.map(({ type, path }) => ({ type, path }))).toEqual([
    { type: "FORBIDDEN", path: ["repository", "issue", "projectItems", "nodes", 1] },
  ]);
  expect(simulator.unexpected).toEqual([]);
  expect(data).toMatchObject({
    repository: {
      issue: {
        projectItems: {
          totalCount: 2,
          nodes: [
            {
              fullDatabaseId: "77",
              isArchived: false,
              type: "ISSUE",
              project: { number: 5, title: "SRE", owner: { login: "acme" } },
              status: { name: "Todo", optionId: expect.stringMatching(/^[0-9a-f]{8}$/) },
              due: { __typename: "ProjectV2ItemFieldDateValue", date: "2026-12-01" },
              points: { number: 3 },
              note: { text: "n" },
              none: null,
            },
            null,
          ],
        },
      },
    },
  });
});

test("a field that is not set is null, and a pull request has items, too", async () => {
  const { ask } = openShop(WORLD);
  const { data } = await ask(shopQuery(`issue(number: 8) { ${ITEMS} } pullRequest(number: 3) { ${ITEMS} }`));
  const unset = { status: null, due: null, points: null, note: null };
  expect(data).toMatchObject({
    repository: {
      issue: { projectItems: { nodes: [unset] } },
      pullRequest: { projectItems: { nodes: [{ ...unset, type: "PULL_REQUEST" }] } },
    },
  });
});

const PROJECT = `{ organization(login: "acme") { projectV2(number: 5) { title
  fields(first: 9) { nodes { ... on ProjectV2FieldCommon { name dataType }
    ... on ProjectV2SingleSelectField { options { id name } } } }
  field(name: "Status") { ... on ProjectV2SingleSelectField { options(names: ["DONE"]) { name } } } } } }`;

test("a project tells its fields and the options that items refer to", async () => {
  const { ask } = openShop(WORLD);
  const { data } = await ask(PROJECT);
  expect(data).toMatchObject({
    organization: {
      projectV2: {
        title: "SRE",
        fields: {
          nodes: [
            { name: "Status", dataType: "SINGLE_SELECT", options: [{ name: "Todo" }, { name: "Done" }] },
            { name: "Due date", dataType: "DATE" },
            { name: "Points", dataType: "NUMBER" },
            { name: "Note", dataType: "TEXT" },
          ],
        },
        field: { options: [{ name: "Done" }] },
      },
    },
  });
  const todo = /"id":"(\w+)","name":"Todo"/.exec(JSON.stringify(data))?.[1];
  expect(JSON.stringify(await ask(shopQuery(`issue(number: 7) { ${ITEMS} }`)))).toContain(`"optionId":"${todo}"`);
});

const BLIND = { ...WORLD, app: { permissions: { metadata: "read", issues: "read" } } };

test("without organization_projects each of an issue's items is FORBIDDEN, and so is the project", async () => {
  const { ask } = openShop(BLIND);
  const { data, errors } = await ask(shopQuery("issue(number: 7) { number projectItems(first: 9) { nodes { id } } }"));
  expect(data).toEqual({ repository: { issue: { number: 7, projectItems: { nodes: [null, null] } } } });
  expect(errors?.map(({ type }) => type)).toEqual(["FORBIDDEN", "FORBIDDEN"]);
  expect((await ask(PROJECT)).errors?.map(({ type }) => type)).toEqual(["FORBIDDEN"]);
});

test.each([
  ["the App, of a project that is not there", undefined, "NOT_FOUND"],
  ["somebody outside the organisation", "sim_renovate[bot]", "NOT_FOUND"],
])("%s is told that there is none", async (_, token, type) => {
  const { ask } = openShop(WORLD);
  const query = token === undefined ? PROJECT.replace("number: 5", "number: 6") : PROJECT;
  expect((await ask(query, {}, token)).errors?.[0]?.type).toBe(type);
});

const REACTIONS = `issue(number: 7) { reactionGroups { content viewerHasReacted }
  comments(first: 1) { nodes { reactionGroups { content viewerHasReacted reactors(first: 1) { totalCount } } } } }`;

test("reactions come in groups, all eight of them, and say which are the asker's own", async () => {
  const { ask, simulator } = openShop();
  const { id } = simulator.do({ as: "bo", action: "comment", repo: "acme/shop", number: 7, body: "/sre help" });
  for (const as of ["alice", "detoil[bot]"]) {
    simulator.do({ as, action: "react", repo: "acme/shop", id, content: as === "alice" ? "confused" : "eyes" });
  }
  const given = async (token?: string) => {
    const text = JSON.stringify(await ask(shopQuery(REACTIONS), {}, token));
    return [...text.matchAll(/\{"content":"(\w+)","viewerHasReacted":(\w+),"reactors":\{"totalCount":1/g)].map(
      ([, content, own]) => [content, own],
    );
  };
  expect(await given()).toEqual([
    ["CONFUSED", "false"],
    ["EYES", "true"],
  ]);
  expect(await given("sim_alice")).toEqual([
    ["CONFUSED", "true"],
    ["EYES", "false"],
  ]);
  const { data } = await ask(shopQuery("issue(number: 7) { reactionGroups { content viewerHasReacted } }"));
  expect(JSON.stringify(data).match(/"viewerHasReacted":false/g)).toHaveLength(8);
});
