import { expect, test } from "vitest";
import { TASK, taskData } from "../../../src/automations/milestone-tasks/metadata.ts";
import { readEarlier } from "../../../src/automations/milestone-tasks/reading/read-turns.ts";
import type { GitHub } from "../../../src/github/client.ts";
import { managedBlock } from "../../../src/managed/managed-body.ts";
import { assignable, config, context, milestone, task } from "./facts.ts";

const LAST = { hasNextPage: false, endCursor: null };
const NEXT = { hasNextPage: true, endCursor: "next" };
const turn = (number: number, login: string) => {
  const { metadata, content } = task(number, { key: "lead", metadata: { milestone: number, turn: login } });
  return { body: managedBlock.wrap(TASK, content, taskData(metadata)), author: { __typename: "Bot", login: "detoil" } };
};
const bug = { body: "", author: { __typename: "User", login: "bo" } };

/** A GitHub whose `createdBy` finds nothing that a bot created (GHEC: renovatebot/renovate#44730). */
function github(queries: object[]): GitHub {
  const answer = (name: string, variables: { readonly filter: object; readonly cursor: string | null }) => {
    const isFiltered = "createdBy" in variables.filter;
    if (name === "milestoneTurnsMore") {
      return { milestone: { issues: { pageInfo: LAST, nodes: [turn(2, "bob")] } } };
    }
    const nodes = variables.cursor === null ? [5, 3, 2] : [1];
    return {
      milestones: {
        pageInfo: variables.cursor === null ? NEXT : LAST,
        nodes: nodes.map((number) => ({
          number,
          issues: isFiltered
            ? { pageInfo: LAST, nodes: [] }
            : { pageInfo: number === 5 || number === 2 ? NEXT : LAST, nodes: [bug] },
        })),
      },
    };
  };
  const graphql = async (document: { readonly name: string }, variables: never) => {
    queries.push({ query: document.name, ...(variables as object) });
    return { repository: answer(document.name, variables), rateLimit: null };
  };
  return { self: context().self, graphql } as unknown as GitHub;
}

test("where GitHub finds nothing that a bot created all issues are read, milestone by milestone, until a turn is found", async () => {
  const sre = config({ tasks: [{ key: "lead", title: "Lead", assignees: { rotate: ["alice", "bob"] } }] });
  const others = [5, 3, 2, 1].map((number) => milestone({ number, title: `v${number}`, open: false }));
  const read = { milestone: milestone({ number: 4 }), others };
  const made = { own: [], parent: null, assignable: assignable("alice", "bob") };
  const queries: object[] = [];
  const earlier = await readEarlier(github(queries), context(sre), read, made);
  expect(earlier.map(({ number, turns }) => [number, turns])).toEqual([
    [3, {}],
    [2, { lead: "bob" }],
    [1, {}],
  ]);
  const place = { owner: "acme", name: "shop" };
  const filter = { createdBy: "detoil[bot]" };
  expect(queries).toEqual([
    { query: "milestoneTurns", ...place, cursor: null, filter },
    { query: "milestoneTurns", ...place, cursor: "next", filter },
    { query: "milestoneTurns", ...place, cursor: null, filter: {} },
    { query: "milestoneTurnsMore", ...place, number: 2, cursor: "next", filter: {} },
  ]);
});
