import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../../fact.ts";
import { issueOf } from "../../read.ts";
import { fieldsOf, itemsOf, onProject, PROJECT, PROJECT_WORLD, REST, ROOT } from "./project.ts";

const ITEM = `${ROOT}/items/{item_id}`;
const byNumber = (number: number, owner = "acme", repo = "scratch") => ({ type: "Issue", owner, repo, number });

export const items: readonly Fact[] = [
  {
    id: "projects/fields",
    says: "A project lists its fields, each with an id of its own; a single select has options with ids.",
    source: REST,
    takes: PROJECT,
    ...PROJECT_WORLD,
    seen: async (stage) => {
      const project = (await onProject(stage, `GET ${ROOT}`)).data;
      assert.deepEqual(
        [at(project, "number"), at(project, "title"), at(project, "owner", "login")],
        [5, "SRE", "acme"],
      );
      const fields = listAt((await onProject(stage, `GET ${ROOT}/fields`)).data);
      assert.deepEqual(
        fields.map((field) => [at(field, "name"), at(field, "data_type")]),
        [
          ["Status", "single_select"],
          ["Due date", "date"],
          ["Points", "number"],
          ["Note", "text"],
        ],
      );
      assert.deepEqual(
        listAt(fields[0], "options").map((option) => at(option, "name", "raw")),
        ["Todo", "Done"],
      );
      assert.equal(new Set(fields.map((field) => at(field, "id"))).size, 4);
      return "four kinds";
    },
  },
  {
    id: "projects/added-once",
    says: "An issue is added by its id or its number; one that is already in the project keeps its item, and the answer is that item.",
    source: `${REST}; already there: unsourced`,
    takes: PROJECT,
    ...PROJECT_WORLD,
    seen: async (stage) => {
      const add = (fields: object) => onProject(stage, `POST ${ROOT}/items`, fields);
      const added = await add({ type: "Issue", id: at(await issueOf(stage, 2), "id") });
      assert.deepEqual(
        [added.status, at(added.data, "content_type"), at(added.data, "content", "number")],
        [201, "Issue", 2],
      );
      const before = (await itemsOf(stage)).length;
      assert.equal(at((await add(byNumber(2))).data, "id"), at(added.data, "id"));
      assert.equal((await itemsOf(stage)).length, before);
      return "one item";
    },
  },
  {
    id: "projects/values",
    says: "Fields are set by id, a single select by its option's id, and cleared with null.",
    source: REST,
    takes: PROJECT,
    ...PROJECT_WORLD,
    seen: async (stage) => {
      const { field, option } = await fieldsOf(stage);
      const item_id = at((await onProject(stage, `POST ${ROOT}/items`, byNumber(2))).data, "id");
      const values = [
        { id: field("Status"), value: option("Done") },
        { id: field("Due date"), value: "2026-12-24" },
        { id: field("Points"), value: 2.5 },
        { id: field("Note"), value: "n" },
      ];
      assert.equal((await onProject(stage, `PATCH ${ITEM}`, { item_id, fields: values })).status, 200);
      const asked = { item_id, fields: values.map(({ id }) => id).join(",") };
      const shown = async () => listAt((await onProject(stage, `GET ${ITEM}`, asked)).data, "fields");
      const [status, due, points, note] = await shown();
      assert.deepEqual([at(status, "value", "id"), at(status, "value", "name", "raw")], [option("Done"), "Done"]);
      assert.deepEqual([at(due, "value"), at(points, "value"), at(note, "value")], ["2026-12-24", 2.5, "n"]);
      const none = values.map(({ id }) => ({ id, value: null }));
      assert.equal((await onProject(stage, `PATCH ${ITEM}`, { item_id, fields: none })).status, 200);
      assert.deepEqual(
        (await shown()).map((one) => at(one, "value") ?? null),
        [null, null, null, null],
      );
      return "set and cleared";
    },
  },
  {
    id: "projects/pull",
    says: "A pull request can be in a project too.",
    source: REST,
    takes: PROJECT,
    ...PROJECT_WORLD,
    scratch: {
      pulls: [{ number: 6, title: "P", base: "main", head: "x", state: "closed" }, ...PROJECT_WORLD.scratch.pulls],
      issues: PROJECT_WORLD.scratch.issues,
    },
    seen: async (stage) => {
      const pull = { ...byNumber(6), type: "PullRequest" };
      const { status, data } = await onProject(stage, `POST ${ROOT}/items`, pull);
      assert.deepEqual([status, at(data, "content_type"), at(data, "content", "number")], [201, "PullRequest", 6]);
      return "201";
    },
  },
  {
    id: "projects/wrong-value",
    says: "A value that does not fit its field is refused with 422, and nothing in the request is set.",
    source: `${REST}; none: unsourced`,
    takes: PROJECT,
    ...PROJECT_WORLD,
    seen: async (stage) => {
      const { field } = await fieldsOf(stage);
      const wrong: readonly (readonly [what: string, id: number, value: unknown])[] = [
        ["a field of another project", 12, "x"],
        ["an option's name in place of its id", field("Status"), "Done"],
        ["an option of another field", field("Status"), "12345678"],
        ["a time in place of a date", field("Due date"), "2026-12-01T00:00:00Z"],
        ["a day that is none", field("Due date"), "2026-13-41"],
        ["a number in place of a date", field("Due date"), 20261201],
        ["a text in place of a number", field("Points"), "3"],
      ];
      const asked = { item_id: 77, fields: String(field("Note")) };
      const before = (await onProject(stage, `GET ${ITEM}`, asked)).data;
      for (const [what, id, value] of wrong) {
        const fields = [
          { id: field("Note"), value: "kept out" },
          { id, value },
        ];
        assert.equal((await onProject(stage, `PATCH ${ITEM}`, { item_id: 77, fields })).status, 422, what);
        assert.deepEqual((await onProject(stage, `GET ${ITEM}`, asked)).data, before, what);
      }
      return `422 for ${wrong.length} kinds`;
    },
  },
  {
    id: "projects/pages",
    says: "Items come in pages that link to each other by cursors; those of deleted issues are left out.",
    source: REST,
    takes: PROJECT,
    ...PROJECT_WORLD,
    world: {
      ...PROJECT_WORLD.world,
      projects: [
        { owner: "acme", number: 5, items: [1, 2, 3, 4, 5].map((number) => ({ repo: "acme/scratch", number })) },
      ],
    },
    scratch: { issues: [1, 2, 3, 4, 5].map((number) => ({ number, deleted: number === 4 })) },
    seen: async (stage) => {
      const seen: unknown[][] = [];
      const follow = async (from: string, rel: "next" | "prev"): Promise<string> => {
        let last = from;
        for (let next = from; next !== ""; ) {
          const { data, headers } = await stage.rest(`GET ${next}`);
          seen.push(listAt(data).map((item) => at(item, "content", "number")));
          last = next;
          next = new RegExp(`<([^>]*)>; rel="${rel}"`).exec(headers.link ?? "")?.[1] ?? "";
        }
        return last;
      };
      await follow(await follow(`/orgs/${stage.owner}/projectsV2/5/items?per_page=2`, "next"), "prev");
      assert.deepEqual(seen, [
        [1, 2],
        [3, 5],
        [3, 5],
        [1, 2],
      ]);
      return "two pages, both ways";
    },
  },
];
