import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../../fact.ts";
import { repositoryOf } from "../../read.ts";
import { fieldsOf, PROJECT, PROJECT_WORLD, projectWith } from "./project.ts";

const GRAPHQL = "GraphQL: ProjectV2, ProjectV2Item";
const ITEMS = `projectItems(first: 10) { totalCount nodes {
  fullDatabaseId isArchived type project { number title owner { ... on Organization { login } } }
  status: fieldValueByName(name: "Status") { ... on ProjectV2ItemFieldSingleSelectValue { name optionId } }
  due: fieldValueByName(name: "Due date") { __typename ... on ProjectV2ItemFieldDateValue { date } }
  points: fieldValueByName(name: "Points") { ... on ProjectV2ItemFieldNumberValue { number } }
  note: fieldValueByName(name: "Note") { ... on ProjectV2ItemFieldTextValue { text } }
  none: fieldValueByName(name: "Other") { __typename } } }`;
const FIELDS = `{ organization(login: "acme") { projectV2(number: 5) { title
  fields(first: 9) { nodes { ... on ProjectV2FieldCommon { name dataType }
    ... on ProjectV2SingleSelectField { options { id name } } } }
  field(name: "Status") { ... on ProjectV2SingleSelectField { options(names: ["DONE"]) { name } } } } } }`;
const unset = { status: null, due: null, points: null, note: null, none: null };

export const overGraphql: readonly Fact[] = [
  {
    id: "projects/items",
    says: "An issue shows the items of the organization's projects with their values; one of a person's own project is FORBIDDEN at its place.",
    source: `${GRAPHQL}; cli/cli#13280`,
    takes: PROJECT,
    ...PROJECT_WORLD,
    seen: async (stage) => {
      const { option } = await fieldsOf(stage);
      const { repository, errors } = await repositoryOf(stage, `issue(number: 1) { ${ITEMS} }`);
      assert.deepEqual(
        errors.map(({ type, path }) => ({ type, path })),
        [{ type: "FORBIDDEN", path: ["repository", "issue", "projectItems", "nodes", 1] }],
      );
      const item = {
        fullDatabaseId: "77",
        isArchived: false,
        type: "ISSUE",
        project: { number: 5, title: "SRE", owner: { login: "acme" } },
        status: { name: "Todo", optionId: option("Todo") },
        due: { __typename: "ProjectV2ItemFieldDateValue", date: "2026-12-01" },
        points: { number: 3 },
        note: { text: "n" },
        none: null,
      };
      assert.deepEqual(at(repository, "issue", "projectItems"), { totalCount: 2, nodes: [item, null] });
      assert.match(option("Todo"), /^[0-9a-f]{8}$/);
      return "values, and FORBIDDEN";
    },
  },
  {
    id: "projects/unset",
    says: "A field that is not set is null; a pull request has items too.",
    source: GRAPHQL,
    takes: PROJECT,
    ...PROJECT_WORLD,
    seen: async (stage) => {
      const fields = `issue(number: 3) { ${ITEMS} } pullRequest(number: 4) { ${ITEMS} }`;
      const { repository, errors } = await repositoryOf(stage, fields);
      assert.deepEqual(errors, []);
      for (const [of, type] of [["issue", "ISSUE"] as const, ["pullRequest", "PULL_REQUEST"] as const]) {
        const [item] = listAt(repository, of, "projectItems", "nodes");
        assert.equal(at(item, "type"), type);
        assert.deepEqual(Object.fromEntries(Object.keys(unset).map((key) => [key, at(item, key)])), unset);
      }
      return "null";
    },
  },
  {
    id: "projects/fields-over-graphql",
    says: "A project lists its fields and options, found by name in any case; the options' ids are REST's.",
    source: GRAPHQL,
    takes: PROJECT,
    ...PROJECT_WORLD,
    seen: async (stage) => {
      const { option } = await fieldsOf(stage);
      const { data, errors } = await stage.graphql(FIELDS);
      assert.deepEqual(errors, []);
      assert.deepEqual(at(data, "organization", "projectV2"), {
        title: "SRE",
        fields: {
          nodes: [
            {
              name: "Status",
              dataType: "SINGLE_SELECT",
              options: ["Todo", "Done"].map((name) => ({ id: option(name), name })),
            },
            { name: "Due date", dataType: "DATE" },
            { name: "Points", dataType: "NUMBER" },
            { name: "Note", dataType: "TEXT" },
          ],
        },
        field: { options: [{ name: "Done" }] },
      });
      return "four fields";
    },
  },
  {
    id: "projects/hidden",
    says: "Without `organization_projects` each of an issue's items is FORBIDDEN, and so is the project.",
    source: "cli/cli#13280",
    takes: PROJECT,
    ...projectWith({ issues: "read" }),
    seen: async (stage) => {
      const fields = "issue(number: 1) { number projectItems(first: 9) { nodes { id } } }";
      const { repository, errors } = await repositoryOf(stage, fields);
      assert.deepEqual(repository, { issue: { number: 1, projectItems: { nodes: [null, null] } } });
      assert.deepEqual(
        errors.map(({ type }) => type),
        ["FORBIDDEN", "FORBIDDEN"],
      );
      assert.deepEqual(
        (await stage.graphql(FIELDS)).errors.map(({ type }) => type),
        ["FORBIDDEN"],
      );
      return "FORBIDDEN";
    },
  },
];
